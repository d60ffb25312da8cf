package com.wecomesb.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * When something holds. All parts that are named must fit; a window over midnight belongs to the day on which it begins.
 *
 * @param weekdays none: every day of the week
 * @param dates none: every date
 * @param kinds none: every kind of day
 * @param windows none: the whole day
 * @param words for people, as it is written
 */
public record Times(
        Set<DayOfWeek> weekdays, List<DateRange> dates, Set<DayKind> kinds, List<TimeWindow> windows, String words) {

    public Times {
        weekdays = Set.copyOf(weekdays);
        dates = List.copyOf(dates);
        kinds = Set.copyOf(kinds);
        windows = List.copyOf(windows);
    }

    /** Whether a calendar is needed to tell. */
    public boolean asksForKindOfDay() {
        return !kinds.isEmpty();
    }

    boolean contain(LocalDateTime moment, BusinessCalendar calendar) {
        LocalDate today = moment.toLocalDate();
        boolean isToday = isMeant(today, calendar);
        if (windows.isEmpty()) {
            return isToday;
        }
        boolean isYesterday = isMeant(today.minusDays(1), calendar);
        for (TimeWindow window : windows) {
            if ((isToday && window.containsOnItsDay(moment.toLocalTime()))
                    || (isYesterday && window.containsOnTheNextDay(moment.toLocalTime()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(LocalDate day, BusinessCalendar calendar) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (kinds.isEmpty() || kinds.contains(calendar.kindOf(day)))
                && (dates.isEmpty() || dates.stream().anyMatch(range -> range.contains(day)));
    }
}
