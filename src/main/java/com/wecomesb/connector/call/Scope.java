package com.wecomesb.connector.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of an exchange: the body as {@code .}, every variable as {@code $name}.
 *
 * @param variables {@code $document} is the body of the first step where the caller has set none
 */
public record Scope(JsonNode body, Map<String, JsonNode> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = "document";

    public static Scope of(Exchange exchange) {
        JsonNode body = json(exchange);
        if (exchange.getVariable(DOCUMENT) == null) {
            exchange.setVariable(DOCUMENT, body);
        }
        Map<String, JsonNode> variables = new HashMap<>();
        exchange.getVariables().forEach((name, value) -> variables.put(name, node(value)));
        variables.putIfAbsent("externalId", NullNode.getInstance());
        variables.put("status", NullNode.getInstance());
        variables.put("headers", NullNode.getInstance());
        return new Scope(body, variables);
    }

    /** Nobody's message. */
    static Scope nothing() {
        return new Scope(
                NullNode.getInstance(), Map.of("status", NullNode.getInstance(), "headers", NullNode.getInstance()));
    }

    Scope with(String name, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(variables);
        more.put(name, value);
        return new Scope(body, more);
    }

    private static JsonNode json(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof byte[] || body instanceof InputStream) {
            return text(exchange.getMessage().getBody(String.class));
        }
        return body instanceof String text ? text(text) : node(body);
    }

    /** JSON where it looks like it, else the text itself. */
    private static JsonNode text(String text) {
        try {
            return text.stripLeading().matches("(?s)[{\\[].*") ? JSON.readTree(text) : TextNode.valueOf(text);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof byte[] bytes) {
            return JsonNodeFactory.instance.binaryNode(bytes);
        }
        if (value instanceof Map
                || value instanceof Collection
                || value instanceof Number
                || value instanceof Boolean) {
            return JSON.valueToTree(value);
        }
        return value == null ? NullNode.getInstance() : JsonNodeFactory.instance.textNode(value.toString());
    }
}
