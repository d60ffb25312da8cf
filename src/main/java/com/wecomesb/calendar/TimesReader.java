package com.wecomesb.calendar;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code at}, {@code weekdays}, {@code dates} and {@code day} of a map. */
public final class TimesReader {

    /** What a map may have for this reader. */
    public static final List<String> KEYS = List.of("at", "weekdays", "dates", "day");

    private static final String DAY_OFF = "day-off";

    private final Mistakes mistakes;

    public TimesReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    public Times read(YamlNode map) {
        return new Times(
                weekdays(map),
                each(map, "dates", DateRange::of, "日期要写成 2026-10-01、2026-10-01..2026-10-07,或者每年的 11-11"),
                kinds(map),
                each(map, "at", TimeWindow::of, "时间要写成 09:00-18:00,到第二天写成 22:00-06:00,到半夜写成 18:00-24:00"),
                words(map));
    }

    private Set<DayOfWeek> weekdays(YamlNode map) {
        return each(map, "weekdays", Weekdays::of, "星期要写成 mon、mon-fri,或者 周一、周一至周五").stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Set<DayKind> kinds(YamlNode map) {
        return each(map, "day", TimesReader::kinds, "day 可以写 workday、weekend、holiday,或者 day-off(周末和节假日)").stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<Set<DayKind>> kinds(String word) {
        return word.equals(DAY_OFF)
                ? Optional.of(EnumSet.of(DayKind.WEEKEND, DayKind.HOLIDAY))
                : DayKind.of(word).map(EnumSet::of);
    }

    private <T> List<T> each(YamlNode map, String key, Function<String, Optional<T>> reading, String otherwise) {
        List<T> read = new ArrayList<>();
        for (YamlNode item : map.get(key).map(YamlNode::items).orElse(List.of())) {
            reading.apply(item.text()).ifPresentOrElse(read::add, () -> mistakes.add(item, otherwise));
        }
        return read;
    }

    private static String words(YamlNode map) {
        return KEYS.stream()
                .flatMap(key -> map.get(key).stream())
                .map(value -> value.items().stream().map(YamlNode::text).collect(Collectors.joining("、")))
                .collect(Collectors.joining(" "));
    }
}
