package com.wecomesb.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked.
 *
 * @param name what rules call it
 * @param weekend the days of the week that are free
 * @param holidays by date, with their names
 * @param workdays that are worked although they are a weekend's
 */
record BusinessCalendar(String name, Set<DayOfWeek> weekend, Map<LocalDate, String> holidays, Set<LocalDate> workdays) {

    static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.copyOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    /** Knows no holidays. */
    static final BusinessCalendar PLAIN = new BusinessCalendar("", SATURDAY_AND_SUNDAY, Map.of(), Set.of());

    BusinessCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Map.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    DayKind kindOf(LocalDate day) {
        if (workdays.contains(day)) {
            return DayKind.WORKDAY;
        }
        if (holidays.containsKey(day)) {
            return DayKind.HOLIDAY;
        }
        return weekend.contains(day.getDayOfWeek()) ? DayKind.WEEKEND : DayKind.WORKDAY;
    }
}
