package com.wecomesb.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the body, which is JSON, a {@link Map} or text of JSON, to a path of the API; without a body it gets. The answer
 * becomes the body; a refused call fails with {@link WecomCallFailed}.
 */
class WecomProducer extends DefaultProducer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WecomEndpoint endpoint;
    private final WecomClient client;

    WecomProducer(WecomEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = endpoint.component().client();
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        String app = message.getHeader(WecomConstants.APP, endpoint.getApp(), String.class);
        if (app == null) {
            throw new IllegalArgumentException(
                    "wecom:" + endpoint.getPath() + ": name an app, by ?app= or by the header " + WecomConstants.APP);
        }
        try {
            JsonNode answer = client.call(app, endpoint.getPath(), json(message), query(message));
            message.setBody(answer);
            message.setHeader(WecomConstants.ERRCODE, answer.path("errcode").asInt(0));
            message.setHeader(WecomConstants.PATH, endpoint.getPath());
        } catch (WecomCallFailed failure) {
            message.setHeader(WecomConstants.ERRCODE, failure.errcode());
            throw failure;
        }
    }

    private Map<String, String> query(Message message) {
        Map<String, String> query = new HashMap<>(endpoint.query());
        Map<?, ?> more = message.getHeader(WecomConstants.QUERY, Map.class);
        if (more != null) {
            more.forEach((name, value) -> query.put(String.valueOf(name), String.valueOf(value)));
        }
        return query;
    }

    private static @Nullable JsonNode json(Message message) throws InvalidPayloadException {
        Object body = message.getBody();
        if (body == null) {
            return null;
        }
        if (body instanceof JsonNode node) {
            return node;
        }
        if (body instanceof Map<?, ?> map) {
            return JSON.valueToTree(map);
        }
        String text = message.getMandatoryBody(String.class);
        return text.isBlank() ? null : parsed(text);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            // Its message quotes the text: it is not passed on.
            throw new IllegalArgumentException("The body of a wecom: call is no JSON, at line "
                    + notJson.getLocation().getLineNr());
        }
    }
}
