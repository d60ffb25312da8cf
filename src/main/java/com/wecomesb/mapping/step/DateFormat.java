package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** One spelling of a point in time. */
sealed interface DateFormat {

    /** Reads what has no zone of its own in {@code zone}; a date alone is the start of that day. */
    Instant read(String text, ZoneId zone);

    JsonNode write(Instant instant, ZoneId zone);

    /** Written as a number. */
    default boolean isCount() {
        return false;
    }

    /** Two texts that mean the same are the same. */
    boolean hasOneSpelling();

    /** ISO 8601, in UTC or with the offset of the zone. */
    static DateFormat iso(boolean withOffset) {
        return new Iso(withOffset);
    }

    /** By the word or pattern of the file; throws {@link IllegalArgumentException} for a pattern that is none. */
    static DateFormat of(String text) {
        return switch (text) {
            case "iso" -> iso(false);
            case "epoch-seconds" -> new Epoch(text, 1000);
            case "epoch-millis" -> new Epoch(text, 1);
            default -> new Pattern(text, strict(text));
        };
    }

    /** Strict, so that a 30 February is refused; for that the year must be the proleptic one, {@code u}. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        if (parsed instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (parsed instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (parsed instanceof LocalDateTime time) {
            return time.atZone(zone).toInstant();
        }
        return LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }

    /** {@code 2026-11-20T10:15:30+08:00}, with a space instead of the T, without offset, or the date alone. */
    record Iso(boolean withOffset) implements DateFormat {

        private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        @Override
        public Instant read(String text, ZoneId zone) {
            return instant(READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone);
        }

        @Override
        public JsonNode write(Instant instant, ZoneId zone) {
            return TextNode.valueOf(
                    withOffset
                            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone))
                            : instant.toString());
        }

        @Override
        public boolean hasOneSpelling() {
            return false;
        }

        @Override
        public String toString() {
            return "iso";
        }
    }

    /** A count of seconds or milliseconds since 1970, as number. */
    record Epoch(String name, long millis) implements DateFormat {

        @Override
        public Instant read(String text, ZoneId zone) {
            return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), millis));
        }

        @Override
        public JsonNode write(Instant instant, ZoneId zone) {
            return LongNode.valueOf(Math.floorDiv(instant.toEpochMilli(), millis));
        }

        @Override
        public boolean isCount() {
            return true;
        }

        @Override
        public boolean hasOneSpelling() {
            return true;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A pattern of {@link DateTimeFormatter}. */
    record Pattern(String text, DateTimeFormatter formatter) implements DateFormat {

        private static final java.util.regex.Pattern LOOSE =
                java.util.regex.Pattern.compile("(?<![A-Za-z])[A-Za-z](?![A-Za-z])");

        @Override
        public Instant read(String value, ZoneId zone) {
            return instant(
                    formatter.parseBest(
                            value, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
                    zone);
        }

        @Override
        public JsonNode write(Instant instant, ZoneId zone) {
            return TextNode.valueOf(formatter.format(instant.atZone(zone)));
        }

        /** {@code M} reads 1 and 01. */
        @Override
        public boolean hasOneSpelling() {
            return !LOOSE.matcher(text.replaceAll("'[^']*'", "''")).find();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
