package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a scheduled action is due, and what makes it pointless before.
 *
 * @param after so long after the decision; null when a time of day is given
 * @param at the next such time of day, in the time zone of the business
 * @param unless {@link #ANSWERED} or {@link #SERVED}; null: nothing cancels it
 */
public record Delay(
        @Nullable Duration after,
        @Nullable LocalTime at,
        @Nullable String unless) {

    /** The customer wrote. */
    public static final String ANSWERED = "answered";

    /** A colleague wrote. */
    public static final String SERVED = "served";

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final KnownKeys KEYS = KnownKeys.of("schedule ", "after", "at", "unless", "then");

    /** As it is kept in {@link ActionSpec#parameters}. */
    public static Delay of(JsonNode parameters) {
        return new Delay(
                parameters.hasNonNull("after")
                        ? Duration.parse(parameters.path("after").asText())
                        : null,
                parameters.hasNonNull("at")
                        ? LocalTime.parse(parameters.path("at").asText())
                        : null,
                parameters.hasNonNull("unless") ? parameters.path("unless").asText() : null);
    }

    /** When it is due if it is decided now. */
    public Instant from(ZonedDateTime now) {
        if (after != null) {
            return now.toInstant().plus(after);
        }
        ZonedDateTime today = now.with(at == null ? LocalTime.MIDNIGHT : at);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    static ObjectNode read(YamlNode value, Mistakes mistakes) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        KEYS.check(value, mistakes);
        if (value.get("after").isPresent() == value.get("at").isPresent()) {
            mistakes.add(value, "schedule 要写 after(多久以后,如 2h)或 at(几点,如 \"09:30\"),两者写一个");
        }
        value.get("after")
                .flatMap(after -> duration(after, mistakes))
                .ifPresent(after -> parameters.put("after", after.toString()));
        value.get("at").flatMap(at -> time(at, mistakes)).ifPresent(at -> parameters.put("at", at.toString()));
        value.get("unless").ifPresent(unless -> {
            if (!List.of(ANSWERED, SERVED).contains(unless.text())) {
                mistakes.add(unless, "unless 只能是 answered(客户又发了消息就取消)或 served(同事回复了就取消)");
            }
            parameters.put("unless", unless.text());
        });
        if (value.get("then").map(YamlNode::items).orElse(List.of()).isEmpty()) {
            mistakes.add(value, "schedule 要写 then:到时候做什么");
        }
        return parameters;
    }

    private static Optional<Duration> duration(YamlNode node, Mistakes mistakes) {
        Optional<Duration> duration = DurationText.read(node, mistakes);
        if (duration.isPresent() && (duration.get().isZero() || duration.get().compareTo(LONGEST) > 0)) {
            mistakes.add(node, "after 要大于 0,最长 90d");
            return Optional.empty();
        }
        return duration;
    }

    private static Optional<LocalTime> time(YamlNode node, Mistakes mistakes) {
        try {
            return Optional.of(LocalTime.parse(node.text()));
        } catch (DateTimeException noTime) {
            mistakes.add(node, "at 要写成 \"09:30\" 这样的时刻");
            return Optional.empty();
        }
    }
}
