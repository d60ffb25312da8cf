package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.document.EmptyValue;
import java.util.regex.Pattern;

/** Some members of a record, as they are to be: null says that one is to be empty, what is not among them is left alone. */
final class SaidMembers {

    private SaidMembers() {}

    /** What of it the record does not have yet; nothing where it says what is there, in whatever spelling. */
    static ObjectNode differing(JsonNode said, JsonNode there) {
        ObjectNode open = JsonNodeFactory.instance.objectNode();
        said.properties().forEach(member -> {
            JsonNode value = member.getValue();
            JsonNode other = there.path(member.getKey());
            if (value.isObject() && other.isObject()) {
                ObjectNode inner = differing(value, other);
                if (!inner.isEmpty()) {
                    open.set(member.getKey(), inner);
                }
            } else if (value.isNull() ? !EmptyValue.is(other) : !isSame(value, other)) {
                open.set(member.getKey(), value);
            }
        });
        return open;
    }

    /** The record as it is then, for systems that replace it as a whole; what is the same keeps the record's own spelling. */
    static ObjectNode laid(JsonNode said, JsonNode there) {
        ObjectNode record = there.isObject() ? there.deepCopy() : JsonNodeFactory.instance.objectNode();
        said.properties().forEach(member -> {
            JsonNode value = member.getValue();
            JsonNode other = record.path(member.getKey());
            if (value.isNull()) {
                if (!EmptyValue.is(other)) {
                    record.remove(member.getKey());
                }
            } else if (value.isObject() && other.isObject()) {
                record.set(member.getKey(), laid(value, other));
            } else if (!isSame(value, other)) {
                record.set(member.getKey(), value);
            }
        });
        return record;
    }

    /** The object without these members, as a list or with commas between; {@code a.b} names one of a member. */
    static JsonNode without(JsonNode object, JsonNode names) {
        if (!object.isObject()) {
            return object;
        }
        ObjectNode less = object.deepCopy();
        if (names.isTextual()) {
            Pattern.compile("\\s*,\\s*")
                    .splitAsStream(names.textValue().strip())
                    .forEach(name -> remove(less, name));
        }
        names.forEach(name -> remove(less, name.asText()));
        return less;
    }

    private static void remove(ObjectNode object, String name) {
        int dot = name.indexOf('.');
        if (object.has(name) || dot < 0) {
            object.remove(name);
        } else if (object.get(name.substring(0, dot)) instanceof ObjectNode inner) {
            remove(inner, name.substring(dot + 1));
        }
    }

    private static boolean isSame(JsonNode value, JsonNode other) {
        return EmptyValue.is(value) && EmptyValue.is(other)
                || !EmptyValue.is(other) && spelled(value).equals(spelled(other));
    }

    private static JsonNode spelled(JsonNode value) {
        return Functions.normalized(TextNode.valueOf(value.isContainerNode() ? value.toString() : value.asText()));
    }
}
