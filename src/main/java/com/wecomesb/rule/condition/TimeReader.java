package com.wecomesb.rule.condition;

import com.wecomesb.calendar.Times;
import com.wecomesb.calendar.TimesReader;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Position;
import com.wecomesb.rule.condition.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code time: {…}}. */
final class TimeReader {

    private static final KnownKeys TIME = new KnownKeys(
            "time ",
            Stream.concat(TimesReader.KEYS.stream(), Stream.of("calendar", "hours", "outside"))
                    .toList());

    private final List<Reference> references;
    private final Mistakes mistakes;

    /** @param references takes the names that calendar files have to know */
    TimeReader(List<Reference> references, Mistakes mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    List<Condition> time(YamlNode node) {
        if (!node.isMap() || node.map().isEmpty()) {
            mistakes.add(node, "time 要写成 {at: 22:00-06:00, weekdays: mon-fri},或者 {hours: 客服时间}");
        }
        TIME.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        if (TimesReader.KEYS.stream().anyMatch(key -> node.get(key).isPresent())) {
            lines.add(times(node));
        }
        node.get("hours").ifPresent(name -> lines.add(hours(name, true)));
        node.get("outside").ifPresent(name -> lines.add(hours(name, false)));
        return lines;
    }

    private Condition times(YamlNode node) {
        Times times = new TimesReader(mistakes).read(node);
        YamlNode calendar = node.get("calendar").orElse(null);
        if (calendar != null) {
            references.add(new Reference(Kind.CALENDAR, calendar.text(), Position.of(calendar)));
        } else if (times.asksForKindOfDay()) {
            references.add(new Reference(Kind.KIND_OF_DAY, "", Position.of(node)));
        }
        return new TimeCondition(times, calendar == null ? "" : calendar.text());
    }

    private Condition hours(YamlNode name, boolean wantsOpen) {
        references.add(new Reference(Kind.HOURS, name.text(), Position.of(name)));
        return new HoursCondition(name.text(), wantsOpen);
    }
}
