package com.wecomesb.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people and spreadsheets write them. */
final class Moment {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2})[::](\\d{2})(?:[::](\\d{2}))?)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(\\.\\d+)?");
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Day 0 of the calendar that spreadsheets count by, as all days since March 1900 have it. */
    private static final LocalDateTime DAY_ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();

    private static final int FIRST_SERIAL = 20_000;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);

    private Moment() {}

    /** {@code 2026-11-01} or {@code 2026-11-01 09:30}; what is no date stays as it is. */
    static String canonical(String text) {
        return read(text).orElse(text);
    }

    static Optional<String> read(String text) {
        String plain = Words.plain(text);
        Matcher date = DATE.matcher(plain);
        try {
            if (date.matches()) {
                return Optional.of(written(at(date)));
            }
            return SERIAL.matcher(plain).matches() ? serial(new BigDecimal(plain)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDateTime at(Matcher date) {
        LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
        return date.group(4) == null ? day.atStartOfDay() : day.atTime(LocalTime.of(number(date, 4), number(date, 5)));
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    /** A day's number, as a cell holds it that was not formatted as a date. */
    private static Optional<String> serial(BigDecimal days) {
        if (days.intValue() < FIRST_SERIAL) {
            return Optional.empty();
        }
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of(written(DAY_ZERO.plusSeconds(seconds)));
    }

    /** A day alone where the time is midnight: then the whole day is meant. */
    static String written(LocalDateTime moment) {
        return moment.toLocalTime().isBefore(LocalTime.of(0, 1))
                ? moment.toLocalDate().toString()
                : moment.format(WITH_TIME);
    }
}
