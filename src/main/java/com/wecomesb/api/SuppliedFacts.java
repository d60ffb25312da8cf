package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import java.util.Set;
import java.util.TreeSet;

/**
 * Facts as somebody supposes them who asks what the rules would say; whatever he leaves out is as with a customer's first
 * message.
 *
 * @param request {@code {"text": …, "contact": {"tags": […], …}, "event": {"type": …, "message": {"type": …}, …}}}
 */
record SuppliedFacts(JsonNode request) implements Facts {

    static final String MESSAGE = "wecom.message.received";

    @Override
    public String eventType() {
        return event().path("type").asText(MESSAGE);
    }

    @Override
    public String text() {
        return request.path("text").asText(event().path("message").path("text").asText(""));
    }

    @Override
    public String normalizedText() {
        return Normalizer.normalize(text());
    }

    @Override
    public String messageType() {
        return event().path("message").path("type").asText("text");
    }

    @Override
    public String channel() {
        return event().path("channel").asText("kf");
    }

    @Override
    public String account() {
        return event().path("account").asText("");
    }

    @Override
    public String brand() {
        return event().path("brand").asText("");
    }

    @Override
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        contact().path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    @Override
    public JsonNode attributes() {
        return contact();
    }

    @Override
    public String conversationState() {
        return event().path("conversation").path("state").asText("BOT");
    }

    @Override
    public int unanswered() {
        return event().path("conversation").path("unanswered").asInt(0);
    }

    @Override
    public JsonNode data() {
        return event().path("data").isMissingNode() ? event() : event().path("data");
    }

    JsonNode contact() {
        return request.path("contact");
    }

    private JsonNode event() {
        return request.path("event");
    }
}
