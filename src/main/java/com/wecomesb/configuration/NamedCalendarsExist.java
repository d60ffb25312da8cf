package com.wecomesb.configuration;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Reference;
import java.util.Set;

/** The calendars and hours of business that rules ask for are in {@code calendars/}, and no rule leaves open which. */
final class NamedCalendarsExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("calendars");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        Calendars calendars = candidate.part(Calendars.class);
        for (Reference reference : candidate.part(RuleSet.class).references()) {
            switch (reference.kind()) {
                case CALENDAR -> find(reference, "日历", calendars.names(), mistakes);
                case HOURS -> find(reference, "营业时间", calendars.hours(), mistakes);
                case KIND_OF_DAY -> onlyOne(reference, calendars.names(), mistakes);
                default -> {}
            }
        }
    }

    private static void find(Reference reference, String kind, Set<String> known, Mistakes mistakes) {
        if (!known.contains(reference.name())) {
            String names = known.isEmpty() ? ",calendars/ 里一个也没有" : Suggestion.of(reference.name(), known);
            mistakes.add(reference.where().mistake("没有" + kind + "“" + reference.name() + "”" + names));
        }
    }

    private static void onlyOne(Reference reference, Set<String> known, Mistakes mistakes) {
        if (known.size() > 1) {
            mistakes.add(reference.where().mistake("有几个日历,要写用哪一个:calendar: " + String.join(" 或 ", known)));
        }
    }
}
