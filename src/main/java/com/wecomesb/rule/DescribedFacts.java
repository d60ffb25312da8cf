package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.Understanding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts as somebody describes them who asks what the rules would do: {@code {"text": …, "contact": {"tags": […], …},
 * "conversation": {"state": …, "unanswered": …}, "event": {"type": …, "channel": …, "account": …, "brand": …, "message":
 * {"type": …}}}}, everything optional. What is not said is a customer's text message to the bot.
 */
public record DescribedFacts(
        JsonNode described,
        String eventType,
        String text,
        String normalizedText,
        Understanding understanding,
        ZonedDateTime now,
        @Nullable Set<String> triedRules)
        implements Facts {

    public static final String MESSAGE_RECEIVED = "wecom.message.received";

    private static final Set<String> NO_ATTRIBUTES = Set.of("id", "tags", "acted");

    public static DescribedFacts of(JsonNode described) {
        JsonNode event = described.path("event");
        String text =
                described.path("text").asText(event.path("message").path("text").asText(""));
        return new DescribedFacts(
                described,
                event.path("type").asText(MESSAGE_RECEIVED),
                text,
                Normalizer.normalize(text),
                Understanding.NONE,
                ZonedDateTime.now(),
                null);
    }

    public static DescribedFacts text(String text) {
        return of(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    /** The same with what is understood of the text. */
    public DescribedFacts understoodBy(Language language) {
        Understanding understood = language.understand(text);
        return new DescribedFacts(described, eventType, text, normalizedText, understood, now, triedRules);
    }

    /** The same for rules that react to these events: where no type was said it is the first of them. */
    DescribedFacts of(EventTypes events) {
        List<String> named =
                events.written().stream().filter(type -> !type.contains("*")).toList();
        boolean said = described.path("event").has("type");
        return said || named.isEmpty() || events.contain(MESSAGE_RECEIVED)
                ? this
                : new DescribedFacts(described, named.get(0), text, normalizedText, understanding, now, triedRules);
    }

    /** The same as an example of these rules. */
    DescribedFacts trying(Set<String> rules) {
        return new DescribedFacts(described, eventType, text, normalizedText, understanding, now, rules);
    }

    @Override
    public String messageType() {
        String otherwise = eventType.equals(MESSAGE_RECEIVED) ? "text" : "";
        return event().path("message").path("type").asText(otherwise);
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
    public String contactId() {
        return described.path("contact").path("id").asText("");
    }

    /** {@code {"contact": {"acted": {"RULE": "2026-11-21T10:00:00+08:00"}}}}. */
    @Override
    public @Nullable Instant lastActed(String rule) {
        String at = described.path("contact").path("acted").path(rule).asText("");
        return at.isEmpty() ? null : OffsetDateTime.parse(at).toInstant();
    }

    @Override
    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        described.path("contact").path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    @Override
    public JsonNode attributes() {
        return described.path("contact") instanceof ObjectNode contact
                ? contact.deepCopy().without(NO_ATTRIBUTES)
                : JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String conversationState() {
        return conversation().path("state").asText("BOT");
    }

    @Override
    public int unanswered() {
        return conversation().path("unanswered").asInt();
    }

    @Override
    public JsonNode data() {
        return event().has("data") ? event().path("data") : event();
    }

    private JsonNode event() {
        return described.path("event");
    }

    /** Beside the event or in it. */
    private JsonNode conversation() {
        return described.has("conversation") ? described.path("conversation") : event().path("conversation");
    }

    /** Without what was described: it may be a customer's message. */
    @Override
    public String toString() {
        return "DescribedFacts[" + eventType + "]";
    }
}
