package com.wecomesb.rule;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.understanding.Language;
import java.util.List;

/** The examples that stand with rules, each asked once. */
final class TriedExamples {

    private final List<Tried> all;

    TriedExamples(RuleSet rules, Language language, Calendars calendars) {
        all = rules.examples().stream()
                .map(example -> new Tried(example, example.asked(language, calendars)))
                .toList();
    }

    /** An example, as the rules see it. */
    record Tried(Example example, Facts facts) {

        /** Whether it says something of a rule. */
        boolean isAbout(Rule rule) {
            return example.owner().equals(rule.id()) || example.expect().equals(rule.id());
        }
    }

    List<Tried> all() {
        return all;
    }

    List<Tried> about(Rule rule) {
        return all.stream().filter(tried -> tried.isAbout(rule)).toList();
    }
}
