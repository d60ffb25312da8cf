package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts as somebody describes them who asks what the rules would do, everything optional: {@code {"text": …, "now": …,
 * "contact": {…}, "conversation": {…}, "count": {…}, "event": {"type": …, "channel": …, "account": …, "message": {…},
 * "change": {…}}}}. What is not said is a customer's text message to the bot, now.
 */
public record DescribedFacts(
        JsonNode described,
        String eventType,
        String text,
        String normalizedText,
        Understanding understanding,
        ZonedDateTime now,
        Calendars calendars,
        @Nullable Set<String> triedRules)
        implements Facts {

    public static final String MESSAGE_RECEIVED = "wecom.message.received";

    private static final LocalDateTime ORDINARY_NOON = LocalDateTime.of(2026, Month.NOVEMBER, 18, 12, 0);

    /**
     * Facts that say what is described.
     *
     * @throws UnreadableFacts when a moment or a length of time is written so that nobody can read it
     */
    public static DescribedFacts of(JsonNode described) {
        JsonNode event = described.path("event");
        String text =
                described.path("text").asText(event.path("message").path("text").asText(""));
        Description description = new Description(described);
        description.check();
        return new DescribedFacts(
                described,
                event.path("type").asText(MESSAGE_RECEIVED),
                text,
                Normalizer.normalize(text),
                Understanding.NONE,
                description.now(Calendars.NONE.zone()),
                Calendars.NONE,
                null);
    }

    public static DescribedFacts text(String text) {
        return of(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    /** The same with what is understood of the text. */
    public DescribedFacts understoodBy(Language language) {
        return understoodAs(language.understand(text));
    }

    public DescribedFacts understoodAs(Understanding meaning) {
        return new DescribedFacts(described, eventType, text, normalizedText, meaning, now, calendars, triedRules);
    }

    /**
     * The same in the time zone of the business, which knows its days and hours. An example that does not say when it is
     * asked is asked at noon of a Wednesday, always the same one: what loads today loads tomorrow.
     */
    public DescribedFacts timedBy(Calendars known) {
        ZonedDateTime there = triedRules == null || described.has("now")
                ? description().now(known.zone())
                : ORDINARY_NOON.atZone(known.zone());
        return new DescribedFacts(described, eventType, text, normalizedText, understanding, there, known, triedRules);
    }

    /** The same for rules that react to these events: where no type was said it is the first of them. */
    DescribedFacts of(EventTypes events) {
        List<String> named =
                events.written().stream().filter(type -> !type.contains("*")).toList();
        boolean said = described.path("event").has("type");
        return said || named.isEmpty() || events.contain(MESSAGE_RECEIVED)
                ? this
                : new DescribedFacts(
                        described, named.get(0), text, normalizedText, understanding, now, calendars, triedRules);
    }

    /** The same as an example of these rules. */
    DescribedFacts trying(Set<String> rules) {
        return new DescribedFacts(described, eventType, text, normalizedText, understanding, now, calendars, rules);
    }

    private Description description() {
        return new Description(described);
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
    public String app() {
        return event().path("app").asText("");
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
    public Set<String> identities(String kind) {
        return description().identities(kind);
    }

    @Override
    public Set<String> tags() {
        return description().tags();
    }

    @Override
    public JsonNode attributes() {
        return description().attributes();
    }

    @Override
    public String conversationState() {
        return conversation().path("state").asText("BOT");
    }

    @Override
    public int unanswered() {
        return conversation().path("unanswered").asInt();
    }

    /** {@code {"conversation": {"ticket": "open"}}}. */
    @Override
    public boolean hasOpenTicket() {
        return conversation().path("ticket").asText("").equals("open");
    }

    @Override
    public JsonNode variables() {
        return conversation().path("variables");
    }

    @Override
    public Past past() {
        return description().past(now);
    }

    @Override
    public int count(String type, Duration within) {
        return description().count(type, within, eventType, now);
    }

    @Override
    public JsonNode data() {
        return event().has("data") ? event().path("data") : event();
    }

    private JsonNode event() {
        return described.path("event");
    }

    private JsonNode conversation() {
        return description().conversation();
    }

    /** Without what was described: it may be a customer's message. */
    @Override
    public String toString() {
        return "DescribedFacts[" + eventType + "]";
    }
}
