package com.wecomesb.rule.condition;

import com.wecomesb.calendar.Times;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code time: {at: 22:00-06:00, weekdays: mon-fri, day: workday}}, by the clock of the business.
 *
 * @param calendar which calendar tells workdays from holidays; empty: the only one
 */
record TimeCondition(Times times, String calendar) implements Condition {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.CHINA);

    @Override
    public boolean holds(Reading reading) {
        return reading.facts().calendars().contain(reading.facts().now(), times, calendar);
    }

    @Override
    public String held(Reading reading) {
        return "时间符合:" + times.words();
    }

    @Override
    public String failed(Reading reading) {
        return "现在是 " + now(reading) + ",不在 " + times.words();
    }

    static String now(Reading reading) {
        ZonedDateTime now = reading.facts().now();
        return NOW.format(now.withZoneSameInstant(reading.facts().calendars().zone()));
    }
}
