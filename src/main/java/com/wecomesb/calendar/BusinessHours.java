package com.wecomesb.calendar;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Hours of business by name.
 *
 * @param calendar that says which days are worked
 * @param openings of which one must fit
 */
record BusinessHours(String name, BusinessCalendar calendar, List<Times> openings) {

    BusinessHours {
        openings = List.copyOf(openings);
    }

    boolean contain(LocalDateTime moment) {
        return openings.stream().anyMatch(opening -> opening.contain(moment, calendar));
    }
}
