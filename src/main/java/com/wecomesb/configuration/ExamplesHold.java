package com.wecomesb.configuration;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.util.Set;

/** The examples that stand with the rules turn out as they say. */
final class ExamplesHold implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("rules", "calendars", CompiledLanguage.NAME);
    }

    @Override
    public boolean triesExamples() {
        return true;
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        candidate
                .part(RuleSet.class)
                .checkExamples(candidate.part(Language.class), candidate.part(Calendars.class), mistakes);
    }
}
