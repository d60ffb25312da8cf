package com.wecomesb.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** Days of one year ({@code 2026-10-01..2026-10-07}) or of every year ({@code 11-11}), both ends included. */
public sealed interface DateRange permits DateRange.OfOneYear, DateRange.OfEveryYear {

    boolean contains(LocalDate day);

    /** Dates that the calendar knows one by one. */
    record OfOneYear(LocalDate from, LocalDate until) implements DateRange {

        @Override
        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** {@code 12-24..01-02} goes on in the next year. */
    record OfEveryYear(MonthDay from, MonthDay until) implements DateRange {

        @Override
        public boolean contains(LocalDate day) {
            MonthDay date = MonthDay.from(day);
            boolean begun = !date.isBefore(from);
            boolean notOver = !date.isAfter(until);
            return until.isBefore(from) ? begun || notOver : begun && notOver;
        }
    }

    /** The range that a text says, if it says one. */
    static Optional<DateRange> of(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        String from = ends[0].strip();
        String until = ends[ends.length - 1].strip();
        try {
            return Optional.of(from.length() == "11-11".length() ? ofEveryYear(from, until) : ofOneYear(from, until))
                    .filter(range ->
                            !(range instanceof OfOneYear one) || !one.until().isBefore(one.from()));
        } catch (DateTimeException exception) {
            return Optional.empty();
        }
    }

    private static DateRange ofEveryYear(String from, String until) {
        return new OfEveryYear(MonthDay.parse("--" + from), MonthDay.parse("--" + until));
    }

    private static DateRange ofOneYear(String from, String until) {
        return new OfOneYear(LocalDate.parse(from), LocalDate.parse(until));
    }
}
