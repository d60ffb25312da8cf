package com.wecomesb.rule;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Limit;
import com.wecomesb.rule.condition.Proofs;
import com.wecomesb.rule.condition.TermTest;
import com.wecomesb.understanding.Language;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for rules that load but probably do not do what their author wants, for {@code rules check}. */
public final class RuleChecks {

    private final RuleSet rules;
    private final Proofs proofs;
    private final List<Finding> findings = new ArrayList<>();

    private RuleChecks(RuleSet rules) {
        this.rules = rules;
        this.proofs = new Proofs(rules.index().terms());
    }

    /**
     * The findings by file and line.
     *
     * @param language that the examples are understood by
     * @param now by the clock of the business
     */
    public static List<Finding> of(RuleSet rules, Language language, Calendars calendars, LocalDateTime now) {
        RuleChecks checks = new RuleChecks(rules);
        Set<Rule> dead = checks.neverFire();
        checks.expired(now);
        TriedExamples examples = new TriedExamples(rules, language, calendars);
        checks.findings.addAll(new EqualPriorities(rules, checks.proofs, dead).findings(examples));
        checks.findings.addAll(new ExampleCoverage(rules, examples).findings());
        checks.findings.sort(
                Comparator.comparing((Finding finding) -> finding.where().file())
                        .thenComparingInt(finding -> finding.where().line()));
        return List.copyOf(checks.findings);
    }

    private record Case(EventTypes events, Set<Condition> conditions) {}

    /** Tells of rules that cannot act, and gives those. */
    private Set<Rule> neverFire() {
        Map<Case, Rule> first = new HashMap<>();
        Set<Rule> dead = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int rank = 0; rank < rules.rules().size(); rank++) {
            Rule rule = rules.index().rule(rank);
            Rule before = first.putIfAbsent(new Case(rule.events(), Set.copyOf(rule.conditions())), rule);
            if (before != null && rule.also()) {
                add(Finding.Kind.DUPLICATE, rule, "和规则“" + before.id() + "”的条件相同,两条会一起做");
            } else if (before != null) {
                dead.add(rule);
                add(Finding.Kind.NEVER_FIRES, rule, "永远不会起作用:规则“" + before.id() + "”的条件相同,而且先于它");
            } else if (proofs.contradict(rule.conditions())) {
                dead.add(rule);
                add(Finding.Kind.NEVER_FIRES, rule, "永远不会起作用:它的条件互相矛盾");
            } else if (!rule.also()) {
                Rule wider = wider(rule, rank);
                if (wider != null) {
                    dead.add(rule);
                    add(Finding.Kind.NEVER_FIRES, rule, "永远不会起作用:凡是它命中的,规则“" + wider.id() + "”都命中,而且先于它");
                }
            }
        }
        return dead;
    }

    /** The first rule before this one that acts wherever this one could. */
    private @Nullable Rule wider(Rule rule, int rank) {
        RuleIndex.Search search = rules.index().search(whatIsNeeded(rule));
        for (int before = search.next(); before < rank; before = search.next()) {
            Rule other = rules.index().rule(before);
            boolean covers = other.events().containAll(rule.events())
                    && other.conditions().stream().noneMatch(Limit.class::isInstance)
                    && proofs.implies(rule.conditions(), other.conditions());
            if (covers) {
                return other;
            }
        }
        return null;
    }

    /** A message with the least that the rule asks for: what covers the rule reacts to that already. */
    private Facts whatIsNeeded(Rule rule) {
        Stream<Integer> asked = rule.conditions().stream()
                .flatMap(condition -> condition.termTests().stream())
                .filter(test -> test.kind() != TermTest.Kind.NONE)
                .map(test -> test.terms().get(0));
        Stream<Integer> guards = rule.conditions().stream()
                .map(condition -> condition.guard(rules.index().terms()))
                .flatMap(guard -> Stream.concat(guard.contained().stream(), guard.whole().stream())
                        .limit(1));
        String text = Stream.concat(asked, guards)
                .map(term -> rules.index().term(term))
                .collect(Collectors.joining(" "));
        return DescribedFacts.text(text).of(rule.events());
    }

    private void expired(LocalDateTime now) {
        for (Rule rule : rules.rules()) {
            if (rule.conditions().stream().anyMatch(condition -> Proofs.isOver(condition, now))) {
                add(Finding.Kind.EXPIRED, rule, "已经过了有效期(valid),不会再起作用");
            }
        }
    }

    private void add(Finding.Kind kind, Rule rule, String message) {
        findings.add(found(kind, rule, message));
    }

    static Finding found(Finding.Kind kind, Rule rule, String message) {
        return new Finding(kind, new Position(rule.file(), rule.line(), 1), "规则“" + rule.id() + "”" + message);
    }
}
