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
 * @param variables {@code $status} and {@code $headers} beside those of the request
 */
record Answered(HttpAnswer http, JsonNode json, boolean readable, Map<String, JsonNode> variables) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Answered of(HttpAnswer http, Scope scope) {
        Map<String, JsonNode> variables = scope.with("status", JsonNodeFactory.instance.numberNode(http.status()))
                .with("headers", JSON.valueToTree(http.headers()))
                .variables();
        try {
            JsonNode json = JSON.readTree(http.body());
            return new Answered(
                    http, json == null || json.isMissingNode() ? NullNode.getInstance() : json, true, variables);
        } catch (IOException noJson) {
            return new Answered(http, NullNode.getInstance(), false, variables);
        }
    }

    boolean isEmpty() {
        return http.body().length == 0;
    }

    @Override
    public String toString() {
        return "Answered[" + http.status() + "]";
    }
}
