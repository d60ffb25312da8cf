package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that rises with each change of a record, as its system writes it: a number, a time since 1970 in seconds or
 * milliseconds, a time as text. What is made of it is written the same way.
 */
final class Rising implements Comparable<Rising> {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4})([-/])(\\d{2})\\2(\\d{2})([T ])(\\d{2}):(\\d{2})(?::(\\d{2}))?"
                    + "(?:\\.(\\d{1,9}))?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]+)?");

    /** Smaller numbers count changes and are no times. */
    private static final BigDecimal SECONDS_FROM = BigDecimal.valueOf(1_000_000_000L);

    private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(1_000_000_000_000L);

    private final JsonNode written;
    private final BigDecimal rank;
    private final @Nullable Matcher time;

    private Rising(JsonNode written, BigDecimal rank, @Nullable Matcher time) {
        this.written = written;
        this.rank = rank;
        this.time = time;
    }

    /** Nothing when the value does not rise. */
    static Optional<Rising> of(JsonNode value) {
        String text = value.isValueNode() ? value.asText("").strip() : "";
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new Rising(value, new BigDecimal(text), null));
        }
        Matcher time = TIME.matcher(text);
        try {
            return time.matches() ? Optional.of(new Rising(value, rank(time), time)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static BigDecimal rank(Matcher time) {
        LocalDateTime local = local(time);
        ZoneOffset zone = time.group(10) == null ? ZoneOffset.UTC : ZoneOffset.of(time.group(10));
        return BigDecimal.valueOf(local.toEpochSecond(zone)).add(BigDecimal.valueOf(local.getNano(), 9));
    }

    private static LocalDateTime local(Matcher time) {
        int nanos = time.group(9) == null ? 0 : Integer.parseInt((time.group(9) + "00000000").substring(0, 9));
        return LocalDateTime.of(
                Integer.parseInt(time.group(1)),
                Integer.parseInt(time.group(3)),
                Integer.parseInt(time.group(4)),
                Integer.parseInt(time.group(6)),
                Integer.parseInt(time.group(7)),
                time.group(8) == null ? 0 : Integer.parseInt(time.group(8)),
                nanos);
    }

    /** As the system wrote it. */
    JsonNode written() {
        return written;
    }

    /** So much earlier; a number that is no time stays as it is. */
    Rising earlier(Duration by) {
        if (time != null) {
            return text(time, by);
        }
        if (rank.compareTo(MILLISECONDS_FROM) >= 0) {
            return number(rank.subtract(BigDecimal.valueOf(by.toMillis())));
        }
        return rank.compareTo(SECONDS_FROM) >= 0 ? number(rank.subtract(BigDecimal.valueOf(by.toSeconds()))) : this;
    }

    /** The last one before it that the system could write. */
    Rising before() {
        if (time == null) {
            return number(rank.subtract(BigDecimal.ONE.movePointLeft(rank.scale())));
        }
        if (time.group(9) != null) {
            return text(time, Duration.ofNanos((long)
                    Math.pow(10, 9 - time.group(9).length())));
        }
        return text(time, time.group(8) == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1));
    }

    private Rising number(BigDecimal other) {
        return new Rising(
                written.isTextual() ? TextNode.valueOf(other.toPlainString()) : DecimalNode.valueOf(other),
                other,
                null);
    }

    private Rising text(Matcher like, Duration by) {
        LocalDateTime moved = local(like).minus(by);
        StringBuilder text = new StringBuilder("%04d".formatted(moved.getYear()))
                .append(like.group(2))
                .append("%02d".formatted(moved.getMonthValue()))
                .append(like.group(2))
                .append("%02d".formatted(moved.getDayOfMonth()))
                .append(like.group(5))
                .append("%02d:%02d".formatted(moved.getHour(), moved.getMinute()));
        if (like.group(8) != null) {
            text.append(":%02d".formatted(moved.getSecond()));
        }
        if (like.group(9) != null) {
            text.append('.')
                    .append("%09d".formatted(moved.getNano()), 0, like.group(9).length());
        }
        text.append(like.group(10) == null ? "" : like.group(10));
        return of(TextNode.valueOf(text.toString())).orElse(this);
    }

    @Override
    public int compareTo(Rising other) {
        return rank.compareTo(other.rank);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rising same && same.compareTo(this) == 0;
    }

    @Override
    public int hashCode() {
        return rank.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return written.asText();
    }
}
