package com.wecomesb.rule;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.rule.TriedExamples.Tried;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Exclusion;
import com.wecomesb.rule.condition.Parts;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.understanding.Language;
import java.util.ArrayList;
import java.util.List;

/** What the examples reach of the rules: each rule, each of its conditions, each of its exclusions. */
public final class ExampleCoverage {

    private final RuleSet rules;
    private final TriedExamples examples;

    ExampleCoverage(RuleSet rules, TriedExamples examples) {
        this.rules = rules;
        this.examples = examples;
    }

    /**
     * All in numbers.
     *
     * @param examples of all files
     * @param rules in all
     * @param rulesReached those with an example
     * @param conditions of all rules, each line of {@code any} and {@code all} by itself, exclusions too
     * @param conditionsReached those that an example meets; of exclusions those that an example is excluded by
     */
    public record Share(int examples, int rules, int rulesReached, int conditions, int conditionsReached) {}

    /** How much the examples of these rules reach. */
    public static Share of(RuleSet rules, Language language, Calendars calendars) {
        return new ExampleCoverage(rules, new TriedExamples(rules, language, calendars)).share();
    }

    private Share share() {
        int reachedRules = 0;
        int conditions = 0;
        int reached = 0;
        for (Rule rule : rules.rules()) {
            List<Tried> about = examples.about(rule);
            reachedRules += about.isEmpty() ? 0 : 1;
            for (Condition part : Parts.of(rule.conditions())) {
                conditions++;
                reached += isMet(part, about) ? 1 : 0;
            }
            for (Condition condition : rule.conditions()) {
                if (condition instanceof Exclusion) {
                    conditions++;
                    reached += isExcluding(condition, about) ? 1 : 0;
                }
            }
        }
        return new Share(examples.all().size(), rules.rules().size(), reachedRules, conditions, reached);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            List<Tried> about = examples.about(rule);
            if (about.isEmpty() && !isOfASheet(rule)) {
                findings.add(RuleChecks.found(Finding.Kind.NO_EXAMPLE, rule, "没有例句"));
            } else {
                unmet(rule, about, findings);
            }
            for (Condition condition : rule.conditions()) {
                if (condition instanceof Exclusion exclusion && !isOfASheet(rule) && !isExcluding(condition, about)) {
                    findings.add(
                            RuleChecks.found(Finding.Kind.UNTRIED_EXCLUSION, rule, "没有例句试过它的" + exclusion.written()));
                }
            }
        }
        return findings;
    }

    /** Rows of a sheet have no place for examples. */
    private static boolean isOfASheet(Rule rule) {
        return !rule.file().endsWith(".yaml");
    }

    private void unmet(Rule rule, List<Tried> about, List<Finding> findings) {
        Reading nothing = reading(DescribedFacts.text("").of(rule.events()));
        for (Condition part : Parts.of(rule.conditions())) {
            if (!isMet(part, about)) {
                String words = part.holds(nothing) ? part.held(nothing) : part.failed(nothing);
                findings.add(RuleChecks.found(Finding.Kind.UNREACHED_CONDITION, rule, "有一个条件没有例句走到:" + words));
            }
        }
    }

    private boolean isMet(Condition part, List<Tried> about) {
        return about.stream().anyMatch(tried -> part.holds(reading(tried.facts())));
    }

    private boolean isExcluding(Condition exclusion, List<Tried> about) {
        return about.stream().anyMatch(tried -> !exclusion.holds(reading(tried.facts())));
    }

    private Reading reading(Facts facts) {
        return rules.index().search(facts).reading();
    }
}
