package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads moments as systems and people write them. */
final class Moments {

    private static final int DATE_LENGTH = "2026-11-01".length();
    private static final long MILLIS_FROM = 100_000_000_000L;

    private Moments() {}

    /** A date (its first moment), a date with a time, with or without an offset, or seconds or milliseconds since 1970. */
    static Optional<LocalDateTime> of(JsonNode value, ZoneId zone) {
        if (value.isIntegralNumber()) {
            long number = value.asLong();
            Instant instant = number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            return Optional.of(instant.atZone(zone).toLocalDateTime());
        }
        try {
            return Optional.of(read(value.asText(""), zone));
        } catch (DateTimeException exception) {
            return Optional.empty();
        }
    }

    private static LocalDateTime read(String written, ZoneId zone) {
        if (isDate(written)) {
            return LocalDate.parse(written).atStartOfDay();
        }
        String text = written.replace(' ', 'T');
        boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > DATE_LENGTH;
        return hasOffset
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }

    static boolean isDate(String written) {
        return written.length() == DATE_LENGTH;
    }
}
