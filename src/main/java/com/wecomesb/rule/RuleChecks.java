package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Exclusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for rules that load but probably do not do what their author wants, for {@code rules check}. */
public final class RuleChecks {

    private final RuleSet rules;
    private final List<Finding> findings = new ArrayList<>();

    private RuleChecks(RuleSet rules) {
        this.rules = rules;
    }

    /** The findings by file and line. */
    public static List<Finding> of(RuleSet rules) {
        RuleChecks checks = new RuleChecks(rules);
        checks.sameConditions();
        checks.equalPriorities();
        checks.examples();
        checks.findings.sort(
                Comparator.comparing((Finding finding) -> finding.where().file())
                        .thenComparingInt(finding -> finding.where().line()));
        return List.copyOf(checks.findings);
    }

    private record Case(EventTypes events, Set<Condition> conditions) {}

    private void sameConditions() {
        Map<Case, Rule> first = new HashMap<>();
        for (int rank = 0; rank < rules.rules().size(); rank++) {
            Rule rule = rules.index().rule(rank);
            Rule before = first.putIfAbsent(new Case(rule.events(), Set.copyOf(rule.conditions())), rule);
            if (before != null && rule.also()) {
                add(Finding.Kind.DUPLICATE, rule, "和规则“" + before.id() + "”的条件相同,两条会一起做");
            } else if (before != null) {
                add(Finding.Kind.NEVER_FIRES, rule, "永远不会起作用:规则“" + before.id() + "”的条件相同,而且先于它");
            }
        }
    }

    private void equalPriorities() {
        Map<Integer, List<Rule>> byPriority =
                rules.rules().stream().filter(rule -> !rule.also()).collect(Collectors.groupingBy(Rule::priority));
        byPriority.values().forEach(this::overlaps);
    }

    /** Each rule with the first one before it that reacts to one of its terms. */
    private void overlaps(List<Rule> samePriority) {
        Map<Integer, Rule> ofTerm = new HashMap<>();
        for (Rule rule : samePriority) {
            Set<String> told = new HashSet<>();
            for (int term : rules.index().guard(rule).contained()) {
                Rule before = ofTerm.putIfAbsent(term, rule);
                boolean overlaps = before != null
                        && !before.id().equals(rule.id())
                        && before.events().equals(rule.events())
                        && !Set.copyOf(before.conditions()).equals(Set.copyOf(rule.conditions()));
                if (overlaps && told.add(before.id())) {
                    add(
                            Finding.Kind.EQUAL_PRIORITY,
                            rule,
                            "和规则“" + before.id() + "”优先级相同(" + rule.priority() + "),都对“"
                                    + rules.index().term(term) + "”作出反应,由文件里的顺序决定");
                }
            }
        }
    }

    private void examples() {
        Map<String, List<Example>> byRule = rules.examples().stream().collect(Collectors.groupingBy(Example::owner));
        for (Rule rule : rules.rules()) {
            List<Example> examples = byRule.getOrDefault(rule.id(), List.of());
            if (examples.isEmpty()) {
                add(Finding.Kind.NO_EXAMPLE, rule, "没有例句");
            }
            for (Condition condition : rule.conditions()) {
                if (condition instanceof Exclusion exclusion
                        && examples.stream().noneMatch(example -> tries(example, condition))) {
                    add(Finding.Kind.UNTRIED_EXCLUSION, rule, "没有例句试过它的" + exclusion.written());
                }
            }
        }
    }

    private boolean tries(Example example, Condition exclusion) {
        return !exclusion.holds(rules.index().search(example.facts()).reading());
    }

    private void add(Finding.Kind kind, Rule rule, String message) {
        findings.add(new Finding(kind, new Position(rule.file(), rule.line(), 1), "规则“" + rule.id() + "”" + message));
    }
}
