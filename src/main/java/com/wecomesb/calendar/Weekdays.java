package com.wecomesb.calendar;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days of the week as people write them: {@code mon}, {@code mon-fri}, {@code 周一}, {@code 周一至周五}. */
final class Weekdays {

    private static final String ENGLISH = "mon|tue|wed|thu|fri|sat|sun";
    private static final String CHINESE = "(?:周|星期)[一二三四五六日天]";
    private static final Pattern WRITTEN =
            Pattern.compile("(" + ENGLISH + "|" + CHINESE + ")(?: ?[-~–—至到] ?(" + ENGLISH + "|" + CHINESE + "))?");
    private static final List<String> NAMES = List.of(ENGLISH.split("\\|"));

    private Weekdays() {}

    /** The days that a text says; from Friday to Monday goes over the weekend. */
    static Optional<Set<DayOfWeek>> of(String text) {
        Matcher matcher = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return Optional.of(days);
    }

    private static DayOfWeek day(String name) {
        int english = NAMES.indexOf(name);
        int chinese = "一二三四五六日".indexOf(name.replace('天', '日').charAt(name.length() - 1));
        return DayOfWeek.of(1 + Math.max(english, chinese));
    }
}
