package com.wecomesb.calendar;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All calendars and hours of business of the files, in the time zone of the business. Immutable. */
public final class Calendars {

    /** Without holidays and hours. */
    public static final Calendars NONE = new Calendars(ZoneId.of("Asia/Shanghai"), List.of(), List.of());

    private final ZoneId zone;
    private final Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
    private final Map<String, BusinessHours> hours = new LinkedHashMap<>();

    Calendars(ZoneId zone, Collection<BusinessCalendar> calendars, Collection<BusinessHours> hours) {
        this.zone = zone;
        calendars.forEach(calendar -> this.calendars.put(calendar.name(), calendar));
        hours.forEach(named -> this.hours.put(named.name(), named));
    }

    /** The time zone of the business, {@code esb.time-zone}. */
    public ZoneId zone() {
        return zone;
    }

    /** The names of the calendars, in the order of the files. */
    public Set<String> names() {
        return calendars.keySet();
    }

    /** The names of the hours of business. */
    public Set<String> hours() {
        return hours.keySet();
    }

    /**
     * Whether a moment is one of these times.
     *
     * @param calendar which calendar tells the kind of a day; empty: the only one, or where there is none the weekend
     *     alone
     */
    public boolean contain(ZonedDateTime moment, Times times, String calendar) {
        return times.contain(moment.withZoneSameInstant(zone).toLocalDateTime(), calendar(calendar));
    }

    /** Whether the business is open; hours that no file names are never. */
    public boolean isOpen(String name, ZonedDateTime moment) {
        BusinessHours named = hours.get(name);
        return named != null && named.contain(moment.withZoneSameInstant(zone).toLocalDateTime());
    }

    private BusinessCalendar calendar(String name) {
        if (!name.isEmpty()) {
            return calendars.getOrDefault(name, BusinessCalendar.PLAIN);
        }
        return calendars.values().stream().findFirst().orElse(BusinessCalendar.PLAIN);
    }
}
