package com.wecomesb.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What Kamelets check in JSON answers, as a bean of theirs. A status of 2xx is a claim only; here it is looked at what the
 * answer says. No message quotes an answer.
 */
public final class Answers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The answer, unless it is no JSON object or list, or holds an {@code error} or {@code errors} that says something. */
    public JsonNode read(byte @Nullable [] body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body == null ? new byte[0] : body);
        } catch (IOException notJson) {
            throw new ConnectorFailed(Kind.RETRY, "系统的回答不是 JSON(可能是网关或登录页面)");
        }
        if (!answer.isContainerNode()) {
            throw new ConnectorFailed(Kind.RETRY, "系统的回答是空的");
        }
        if (saysSomething(answer.path("error")) || saysSomething(answer.path("errors"))) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统回答了 2xx,但里面是错误");
        }
        return answer;
    }

    private static boolean saysSomething(JsonNode error) {
        return switch (error.getNodeType()) {
            case BOOLEAN -> error.booleanValue();
            case NUMBER -> error.asInt() != 0;
            case STRING -> !error.textValue().isEmpty();
            case ARRAY, OBJECT -> !error.isEmpty();
            default -> false;
        };
    }

    /** The answer to a read by id; {@code {"found": false}} for 404. */
    public JsonNode unlessMissing(byte @Nullable [] body, int status) {
        return status == 404 ? missing() : read(body);
    }

    /** The answer when it is the record that we meant; another try would make one more, so this is for people. */
    public JsonNode confirmed(byte @Nullable [] body, String field, String value) {
        JsonNode record = read(body);
        if (!record.path(field).asText("").equals(value)) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统说成功,但读回来的记录里 " + field + " 不是我们写的值");
        }
        return record;
    }

    /**
     * The record among those found whose field has the value, or null: a system that does not know a filter ignores it.
     *
     * @param list the field that holds the records; the answer itself may be the list
     */
    public @Nullable JsonNode hit(byte @Nullable [] body, String list, String field, String value) {
        JsonNode found = null;
        for (JsonNode record : records(read(body), list)) {
            if (record.path(field).asText("").equals(value)) {
                if (found != null) {
                    throw new ConnectorFailed(Kind.PERMANENT, "系统里有两条记录的 " + field + " 相同,请合并");
                }
                found = record;
            }
        }
        return found;
    }

    /** The same after a write: the record must be there. */
    public JsonNode hitAfterWrite(byte @Nullable [] body, String list, String field, String value) {
        JsonNode found = hit(body, list, field, value);
        if (found == null) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统说成功,但读回来没有我们写的记录");
        }
        return found;
    }

    /** The first record that has every value of the criteria, or {@code {"found": false}}. */
    public JsonNode firstMatching(byte @Nullable [] body, String list, JsonNode criteria) {
        for (JsonNode record : records(read(body), list)) {
            boolean matches = criteria.properties().stream()
                    .allMatch(criterion -> record.path(criterion.getKey())
                            .asText("")
                            .equals(criterion.getValue().asText()));
            if (matches) {
                return record;
            }
        }
        return missing();
    }

    private static JsonNode records(JsonNode answer, String list) {
        return answer.isArray() ? answer : answer.path(list);
    }

    private static JsonNode missing() {
        return JsonNodeFactory.instance.objectNode().put("found", false);
    }

    /** The id that a system gave a record which it has just made; without one nobody knows whether it did. */
    public String newId(byte @Nullable [] body, String field) {
        String id = read(body).path(field).asText("");
        if (id.isEmpty()) {
            throw new ConnectorFailed(Kind.UNKNOWN, "系统说成功,但回答里没有 " + field);
        }
        return id;
    }

    /** A document with our id in it, as the bytes of a request. */
    public byte[] bodyWith(JsonNode document, String field, String value) throws IOException {
        ObjectNode more = document.isObject() ? document.deepCopy() : JsonNodeFactory.instance.objectNode();
        return JSON.writeValueAsBytes(more.put(field, value));
    }
}
