package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.util.List;

/** What is done with whole records: the list that an answer holds, and one record laid over another. */
final class RecordFunctions {

    private RecordFunctions() {}

    /** The answer itself where it is a list, else its field; nothing at all is an empty list, another shape is no list. */
    static JsonNode listed(JsonNode answer, String field) {
        if (answer.isArray()) {
            return answer;
        }
        JsonNode list = new FieldPath(field).of(answer);
        if (answer.isNull() || list.isNull()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (!list.isArray()) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统的回答里没有列表 " + field);
        }
        return list;
    }

    /** What is there, with what is said over it; a text that differs in line ends only stays as it is there. */
    static JsonNode overlaid(JsonNode said, JsonNode there) {
        if (said.isObject() && there.isObject()) {
            ObjectNode laid = there.deepCopy();
            said.properties()
                    .forEach(member ->
                            laid.set(member.getKey(), overlaid(member.getValue(), there.path(member.getKey()))));
            return laid;
        }
        return same(said, there) ? there : said;
    }

    /** The members of a record that are not as they are there; null for those that it has no more. */
    static JsonNode patch(JsonNode wanted, JsonNode there) {
        ObjectNode differing = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(member -> {
            if (!member.getValue().equals(there.path(member.getKey()))) {
                differing.set(member.getKey(), member.getValue());
            }
        });
        there.fieldNames().forEachRemaining(name -> {
            if (!wanted.has(name)) {
                differing.putNull(name);
            }
        });
        return differing;
    }

    /** The record without these members, whose names have commas between. */
    static JsonNode leavingOut(JsonNode record, String names) {
        if (names.isBlank() || !record.isObject()) {
            return record;
        }
        return record.<ObjectNode>deepCopy().remove(List.of(names.strip().split("\\s*,\\s*")));
    }

    /** A number and its text are the same: systems write ids in either way. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other)
                || (one.isValueNode()
                        && other.isValueNode()
                        && !one.isNull()
                        && !other.isNull()
                        && Functions.normalized(JsonNodeFactory.instance.textNode(one.asText()))
                                .equals(Functions.normalized(JsonNodeFactory.instance.textNode(other.asText()))));
    }
}
