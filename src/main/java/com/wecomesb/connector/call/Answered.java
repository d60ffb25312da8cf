package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.connector.http.HttpAnswer;
import java.io.IOException;
import java.util.Map;

/**
 * An answer as expressions see it.
 *
 * @param json null where it is empty or no JSON
 * @param readable whether it is JSON, or empty
 * @param variables {@code $status}, {@code $headers} and the whole {@code $answer} beside those of the request
 */
record Answered(HttpAnswer http, JsonNode json, boolean readable, Map<String, JsonNode> variables) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Answered of(HttpAnswer http, Scope scope) {
        try {
            JsonNode json = JSON.readTree(http.body());
            return of(http, json == null || json.isMissingNode() ? NullNode.getInstance() : json, true, scope);
        } catch (IOException noJson) {
            return of(http, NullNode.getInstance(), false, scope);
        }
    }

    private static Answered of(HttpAnswer http, JsonNode json, boolean readable, Scope scope) {
        Scope more = scope.with("status", JsonNodeFactory.instance.numberNode(http.status()))
                .with("headers", JSON.valueToTree(http.headers()))
                .with("answer", json);
        return new Answered(http, json, readable, more.variables());
    }

    boolean isEmpty() {
        return http.body().length == 0;
    }

    @Override
    public String toString() {
        return "Answered[" + http.status() + "]";
    }
}
