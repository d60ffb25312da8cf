package com.wecomesb.calendar;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads calendar files, {@code docs/schema/calendars.schema.json}; collects every mistake. */
final class CalendarReader {

    private static final FileSchema SCHEMA = FileSchema.named("calendars");
    private static final KnownKeys FILE =
            KnownKeys.of("日历文件", "calendar", "description", "weekend", "holidays", "workdays", "hours");
    private static final KnownKeys OPENING = new KnownKeys("营业时间", TimesReader.KEYS);

    private final ZoneId zone;
    private final Mistakes mistakes;
    private final TimesReader times;
    private final List<BusinessCalendar> calendars = new ArrayList<>();
    private final List<BusinessHours> hours = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    CalendarReader(ZoneId zone, Mistakes mistakes) {
        this.zone = zone;
        this.mistakes = mistakes;
        times = new TimesReader(mistakes);
    }

    Calendars calendars() {
        return new Calendars(zone, calendars, hours);
    }

    void read(YamlNode file) {
        int before = mistakes.list().size();
        FILE.check(file, mistakes);
        BusinessCalendar calendar = new BusinessCalendar(
                name(file),
                weekend(file),
                holidays(file),
                days(file.get("workdays").orElse(null)));
        calendar.workdays().stream()
                .filter(calendar.holidays()::containsKey)
                .sorted()
                .forEach(day -> mistakes.add(file, day + " 既是节假日又是调休上班日"));
        calendars.add(calendar);
        file.get("hours").ifPresent(section -> section.map().forEach((name, node) -> hours(name, node, calendar)));
        if (mistakes.list().size() == before) {
            SCHEMA.check(file, mistakes);
        }
    }

    private String name(YamlNode file) {
        YamlNode where = file.get("calendar").orElse(file);
        if (where.text().isBlank()) {
            mistakes.add(where, "日历要有名字,例如 calendar: 中国大陆");
        }
        once("日历", where.text(), where);
        return where.text();
    }

    private void once(String kind, String name, YamlNode where) {
        String before = places.putIfAbsent(kind + name, where.file() + ":" + where.line());
        if (before != null) {
            mistakes.add(where, kind + "“" + name + "”已经在 " + before + " 写过");
        }
    }

    private Set<DayOfWeek> weekend(YamlNode file) {
        YamlNode node = file.get("weekend").orElse(null);
        if (node == null) {
            return BusinessCalendar.SATURDAY_AND_SUNDAY;
        }
        Set<DayOfWeek> weekend = new HashSet<>();
        node.items()
                .forEach(item -> Weekdays.of(item.text())
                        .ifPresentOrElse(weekend::addAll, () -> mistakes.add(item, "星期要写成 mon、mon-fri,或者 周一、周一至周五")));
        return weekend;
    }

    private Map<LocalDate, String> holidays(YamlNode file) {
        Map<LocalDate, String> holidays = new HashMap<>();
        file.get("holidays")
                .ifPresent(section -> section.map()
                        .forEach((name, node) ->
                                eachDay(node, day -> holidays.merge(day, name, (one, other) -> one + "、" + other))));
        return holidays;
    }

    private Set<LocalDate> days(@Nullable YamlNode node) {
        Set<LocalDate> days = new HashSet<>();
        if (node != null) {
            eachDay(node, days::add);
        }
        return days;
    }

    private void eachDay(YamlNode node, Consumer<LocalDate> day) {
        for (YamlNode item : node.items()) {
            if (DateRange.of(item.text()).orElse(null) instanceof DateRange.OfOneYear range) {
                range.from().datesUntil(range.until().plusDays(1)).forEach(day);
            } else {
                mistakes.add(item, "日期要写成 2026-10-01,或者 2026-10-01..2026-10-07");
            }
        }
    }

    private void hours(String name, YamlNode node, BusinessCalendar calendar) {
        once("营业时间", name, node);
        List<Times> openings = new ArrayList<>();
        for (YamlNode item : node.items()) {
            if (!item.isMap()) {
                mistakes.add(item, "营业时间要写成 {day: workday, at: [09:00-12:00, 13:30-18:00]}");
            }
            OPENING.check(item, mistakes);
            openings.add(times.read(item));
        }
        hours.add(new BusinessHours(name, calendar, openings));
    }
}
