package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.mapping.path.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Maps the body, JSON in whatever form to {@link JsonNode}; exchange variables are the mapping's context. */
final class MappingProducer extends DefaultProducer {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final MappingEndpoint endpoint;

    MappingProducer(MappingEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        MappingResult result = endpoint.mapping().apply(body(exchange), context(exchange));
        if (!result.isClean()) {
            throw new MappingViolated(result.violations());
        }
        exchange.getMessage().setBody(result.result());
    }

    private static JsonNode body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof JsonNode json) {
            return json;
        }
        if (body instanceof Map || body instanceof List) {
            return JSON.valueToTree(body);
        }
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        try {
            return bytes == null ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
        } catch (IOException notJson) {
            // Without the cause: Jackson's message quotes the text.
            throw new IllegalArgumentException("The body is not JSON");
        }
    }

    private static JsonNode context(Exchange exchange) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        exchange.getVariables().forEach((name, value) -> {
            if (Path.CONTEXT_NAMES.contains(name)) {
                context.set(name, JSON.valueToTree(value));
            }
        });
        return context;
    }
}
