package com.wecomesb.rule;

import com.wecomesb.rule.TriedExamples.Tried;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Proofs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs of rules with the same priority that one message suits, so that the order of the files decides. */
final class EqualPriorities {

    private final RuleSet rules;
    private final Proofs proofs;
    private final Set<Rule> dead;
    private final Set<Set<String>> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param dead rules that cannot act anyway */
    EqualPriorities(RuleSet rules, Proofs proofs, Set<Rule> dead) {
        this.rules = rules;
        this.proofs = proofs;
        this.dead = dead;
    }

    List<Finding> findings(TriedExamples examples) {
        examples.all().forEach(this::shownBy);
        Map<Integer, List<Rule>> byPriority = rules.rules().stream()
                .filter(rule -> !rule.also() && !dead.contains(rule))
                .collect(Collectors.groupingBy(Rule::priority));
        byPriority.values().forEach(this::ofTheSameWords);
        return findings;
    }

    private void shownBy(Tried tried) {
        List<Match> matched = rules.decide(tried.facts()).matched();
        if (matched.isEmpty()) {
            return;
        }
        Rule acting = matched.get(0).rule();
        for (Match match : matched.subList(1, matched.size())) {
            Rule other = match.rule();
            if (other.priority() == acting.priority() && !acting.also() && !other.also() && isNew(acting, other)) {
                tell(other, acting, "例句" + tried.example().shown() + "两条都命中");
            }
        }
    }

    /** Each rule with the first one before it that reacts to one of its terms. */
    private void ofTheSameWords(List<Rule> samePriority) {
        Map<Integer, Rule> ofTerm = new HashMap<>();
        for (Rule rule : samePriority) {
            for (int term : rules.index().guard(rule).contained()) {
                Rule before = ofTerm.putIfAbsent(term, rule);
                if (before != null && before != rule && overlap(before, rule) && isNew(before, rule)) {
                    tell(rule, before, "都对“" + rules.index().term(term) + "”作出反应");
                }
            }
        }
    }

    private boolean overlap(Rule one, Rule other) {
        List<Condition> both = new ArrayList<>(one.conditions());
        both.addAll(other.conditions());
        return one.events().equals(other.events()) && !proofs.contradict(both);
    }

    private boolean isNew(Rule one, Rule other) {
        return told.add(Set.of(one.id(), other.id()));
    }

    private void tell(Rule rule, Rule before, String how) {
        findings.add(RuleChecks.found(
                Finding.Kind.EQUAL_PRIORITY,
                rule,
                "和规则“" + before.id() + "”优先级相同(" + rule.priority() + ")," + how + ",由文件里的顺序决定"));
    }
}
