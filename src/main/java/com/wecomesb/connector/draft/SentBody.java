package com.wecomesb.connector.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.http.Parameter;
import java.util.regex.Pattern;

/**
 * What a call sends, as far as it can be made steps of a Kamelet.
 *
 * @param content JSON, or the fields of a form; null for nothing
 */
record SentBody(JsonNode content, boolean isForm) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("[^=&\\s<{\\[]+=[^&]*(&[^=&]+(=[^&]*)?)*");
    private static final Pattern GRAPHQL = Pattern.compile("(?s)\\s*(query|mutation|subscription|\\{).*\\{.*");

    /** Throws {@link IllegalArgumentException}, in Chinese, for what is neither. */
    static SentBody of(String body) {
        if (body.isBlank()) {
            return new SentBody(JsonNodeFactory.instance.nullNode(), false);
        }
        if (FORM.matcher(body).matches()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            for (Parameter field : CurlReader.pairs(body)) {
                fields.put(field.name(), field.value());
            }
            return new SentBody(fields, true);
        }
        JsonNode json = json(body);
        if (GRAPHQL.matcher(json.path("query").asText("")).matches()) {
            throw new IllegalArgumentException("GraphQL 的调用不能这样生成,请照自带的 vendure、shopify 连接器手写");
        }
        return new SentBody(json, false);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("请求体既不是 JSON 也不是表单(name=value&…),不能生成", noJson);
        }
    }
}
