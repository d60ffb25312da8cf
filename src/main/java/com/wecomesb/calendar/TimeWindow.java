package com.wecomesb.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a day by the clock on the wall: {@code 09:00-18:00}; {@code 22:00-06:00} ends on the next day.
 *
 * @param from the first moment
 * @param until the first moment after it; midnight is the end of the day
 */
public record TimeWindow(LocalTime from, LocalTime until) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,2}:[0-9]{2}) ?[-~–—至到] ?([0-9]{1,2}:[0-9]{2})");

    static Optional<TimeWindow> of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime from = time(matcher.group(1));
            LocalTime until = matcher.group(2).equals("24:00") ? LocalTime.MIDNIGHT : time(matcher.group(2));
            return from.equals(until) ? Optional.empty() : Optional.of(new TimeWindow(from, until));
        } catch (DateTimeParseException exception) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /** Whether a moment of the day on which it begins is in it. */
    boolean containsOnItsDay(LocalTime time) {
        return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || isOverMidnight() || time.isBefore(until));
    }

    /** Whether a moment of the day after is in it. */
    boolean containsOnTheNextDay(LocalTime time) {
        return isOverMidnight() && time.isBefore(until);
    }

    private boolean isOverMidnight() {
        return until.isBefore(from) && !until.equals(LocalTime.MIDNIGHT);
    }

    /** {@code 09:00-18:00}. */
    @Override
    public String toString() {
        return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until);
    }
}
