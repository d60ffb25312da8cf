package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.DurationText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a description of facts says of the contact, the conversation and the past: {@code contact: {id, tags, is: new, met,
 * identities: {external_userid: […]}, acted: {RULE: moment}, and attributes}}, {@code conversation: {state, unanswered,
 * silent: 3d, replied: 5m, last-rule, last-reply, variables: {…}}}, {@code count: {messages: 3, EVENT_TYPE: 2}}, {@code
 * now}.
 */
record Description(JsonNode json) {

    private static final Set<String> NO_ATTRIBUTES = Set.of("id", "tags", "acted", "is", "met", "identities");
    private static final List<String> PERIODS = List.of("silent", "replied");
    private static final Duration LONG_AGO = Duration.ofDays(3650);
    private static final String MESSAGES = "messages";

    /** @throws UnreadableFacts when a moment or a length of time cannot be read */
    void check() {
        ZoneId anywhere = ZoneOffset.UTC;
        now(anywhere);
        moment(contact().path("met"), anywhere);
        PERIODS.forEach(name -> period(conversation().path(name)));
    }

    ZonedDateTime now(ZoneId zone) {
        ZonedDateTime said = moment(json.path("now"), zone);
        return said == null ? ZonedDateTime.now(zone) : said;
    }

    Set<String> tags() {
        return texts(contact().path("tags"));
    }

    Set<String> identities(String kind) {
        return texts(contact().path("identities").path(kind));
    }

    ObjectNode attributes() {
        return contact() instanceof ObjectNode contact
                ? contact.deepCopy().without(NO_ATTRIBUTES)
                : JsonNodeFactory.instance.objectNode();
    }

    /** Beside the event or in it. */
    JsonNode conversation() {
        return json.has("conversation")
                ? json.path("conversation")
                : json.path("event").path("conversation");
    }

    Past past(ZonedDateTime now) {
        return new Past(
                met(now),
                ago(now, conversation().path("silent")),
                ago(now, conversation().path("replied")),
                conversation().path("last-rule").asText(""),
                conversation().path("last-reply").asText(""));
    }

    private @Nullable Instant met(ZonedDateTime now) {
        ZonedDateTime said = moment(contact().path("met"), now.getZone());
        if (said != null) {
            return said.toInstant();
        }
        return switch (contact().path("is").asText("")) {
            case "new" -> now.toInstant();
            case "returning" -> now.toInstant().minus(LONG_AGO);
            default -> null;
        };
    }

    /** An event that is described counts itself, also beside the times of those in {@code past: {EVENT_TYPE: […]}}. */
    int count(String type, Duration within, String described, ZonedDateTime now) {
        JsonNode counts = json.path("count");
        boolean asMessages = type.equals(DescribedFacts.MESSAGE_RECEIVED) && counts.has(MESSAGES);
        JsonNode said = counts.path(asMessages ? MESSAGES : type);
        return said.isNumber() ? said.asInt() : past(type, within, now) + (type.equals(described) ? 1 : 0);
    }

    private int past(String type, Duration within, ZonedDateTime now) {
        Instant since = now.toInstant().minus(within);
        int count = 0;
        for (JsonNode at : json.path("past").path(type)) {
            ZonedDateTime moment = moment(at, now.getZone());
            count += moment != null && moment.toInstant().isAfter(since) ? 1 : 0;
        }
        return count;
    }

    private JsonNode contact() {
        return json.path("contact");
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new LinkedHashSet<>();
        if (values.isArray()) {
            values.forEach(value -> texts.add(value.asText()));
        } else if (!values.isMissingNode()) {
            texts.add(values.asText());
        }
        return texts;
    }

    private static @Nullable Instant ago(ZonedDateTime now, JsonNode written) {
        Duration period = period(written);
        return period == null ? null : now.toInstant().minus(period);
    }

    private static @Nullable Duration period(JsonNode written) {
        return written.isMissingNode()
                ? null
                : DurationText.of(written.asText()).orElseThrow(() -> new UnreadableFacts("时长要写成 3s、10m、2h、7d 这样"));
    }

    private static @Nullable ZonedDateTime moment(JsonNode written, ZoneId zone) {
        if (written.isMissingNode()) {
            return null;
        }
        String text = written.asText().replace(' ', 'T');
        try {
            if (!text.contains("T")) {
                return LocalDateTime.parse(text + "T00:00").atZone(zone);
            }
            boolean hasOffset =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            return hasOffset
                    ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                    : LocalDateTime.parse(text).atZone(zone);
        } catch (DateTimeException exception) {
            throw new UnreadableFacts("时刻要写成 2026-10-01 22:30");
        }
    }
}
