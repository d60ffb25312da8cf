package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;

/** The list that an answer holds. */
final class AnsweredList {

    private AnsweredList() {}

    /** The answer itself where it is a list, else its field; nothing at all is an empty list, another shape is no list. */
    static JsonNode of(JsonNode answer, String field) {
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
}
