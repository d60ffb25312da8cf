package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Guard;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.rule.fuzzy.FuzzyIndex;
import com.wecomesb.rule.term.TermAutomaton;
import com.wecomesb.rule.term.TermHits;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules in one index: the literal terms of all of them in one automaton over the normalised text. A rule is looked
 * at only when one of its guarding terms was seen, or when it has none; so the cost of a message hardly depends on the
 * number of rules. A rule's rank is its place by priority, 0 for the highest. Immutable.
 */
final class RuleIndex {

    static final int NONE = Integer.MAX_VALUE;

    private final Terms terms;
    private final Rule[] byRank;
    private final Condition[][] conditions;
    /** For each rank the number of its event types among {@link #events}. */
    private final int[] eventsOf;

    private final boolean[] guarded;
    private final List<EventTypes> events;
    private final TermAutomaton automaton;
    private final FuzzyIndex likenesses;
    private final Postings contained;
    private final Postings whole;
    /** For each number of event types the rules without a guard. */
    private final Postings unguarded;

    private final boolean hasAlso;

    /** @param rules in the order of the files, which decides among equal priorities */
    RuleIndex(List<Rule> rules, Terms terms) {
        this.terms = terms;
        byRank = rules.stream()
                .sorted(Comparator.comparingInt(Rule::priority).reversed())
                .toArray(Rule[]::new);
        conditions = new Condition[byRank.length][];
        eventsOf = new int[byRank.length];
        guarded = new boolean[byRank.length];
        Map<EventTypes, Integer> numbers = new LinkedHashMap<>();
        Postings.Builder containing = new Postings.Builder();
        Postings.Builder being = new Postings.Builder();
        Postings.Builder free = new Postings.Builder();
        for (int rank = 0; rank < byRank.length; rank++) {
            Rule rule = byRank[rank];
            conditions[rank] = rule.conditions().toArray(Condition[]::new);
            eventsOf[rank] = numbers.computeIfAbsent(rule.events(), types -> numbers.size());
            Guard guard = Guard.rarest(rule.conditions(), terms);
            containing.addAll(guard.contained(), rank);
            being.addAll(guard.whole(), rank);
            guarded[rank] = guard.known();
            if (!guard.known()) {
                free.add(eventsOf[rank], rank);
            }
        }
        events = new ArrayList<>(numbers.keySet());
        automaton = TermAutomaton.of(terms.texts());
        likenesses = FuzzyIndex.of(terms.fuzzy());
        contained = containing.build(terms.texts().size());
        whole = being.build(terms.texts().size());
        unguarded = free.build(events.size());
        hasAlso = rules.stream().anyMatch(Rule::also);
    }

    Rule rule(int rank) {
        return byRank[rank];
    }

    /** Whether the rule is looked at only where one of its terms was seen. */
    boolean isGuarded(int rank) {
        return guarded[rank];
    }

    /** The terms of which one must be seen before the rule is looked at. */
    Guard guard(Rule rule) {
        return Guard.rarest(rule.conditions(), terms);
    }

    Terms terms() {
        return terms;
    }

    /** A term by its number, normalised. */
    String term(int number) {
        return terms.text(number);
    }

    boolean hasAlso() {
        return hasAlso;
    }

    Search search(Facts facts) {
        return new Search(facts);
    }

    /** What looks at a candidate. */
    @FunctionalInterface
    interface Visitor {

        /** Looks at a rule, possibly more than once; ranks from the returned one on need not be looked at any more. */
        int visit(int rank);
    }

    /** One event against the index. Not thread-safe. */
    final class Search {

        private final Reading reading;
        private final TermHits hits;
        private final boolean[] reacts;

        private Search(Facts facts) {
            hits = automaton.find(facts.normalizedText());
            reading = new Reading(facts, hits, likenesses.find(facts.normalizedText(), hits));
            reacts = new boolean[events.size()];
            for (int i = 0; i < reacts.length; i++) {
                reacts[i] = events.get(i).contain(facts.eventType());
            }
        }

        Reading reading() {
            return reading;
        }

        /** How many conditions of a rule do not hold, counted up to {@code enough}. */
        int failures(int rank, int enough) {
            int failures = 0;
            for (Condition condition : conditions[rank]) {
                if (!condition.holds(reading) && ++failures >= enough) {
                    break;
                }
            }
            return failures;
        }

        /** The first condition that keeps a rule from matching. */
        @Nullable
        Condition missing(int rank) {
            for (Condition condition : conditions[rank]) {
                if (!condition.holds(reading)) {
                    return condition;
                }
            }
            return null;
        }

        /** The rank of the rule with the highest priority that matches, or {@link #NONE}. */
        int first() {
            return candidates(rank -> failures(rank, 1) == 0 ? rank : NONE);
        }

        /** Shows all rules that could match: those with a guarding term that was seen, and those without a guard. */
        int candidates(Visitor visitor) {
            int limit = NONE;
            for (int i = 0; i < hits.count(); i++) {
                limit = visit(contained, hits.get(i), limit, visitor);
            }
            if (hits.whole() >= 0) {
                limit = visit(whole, hits.whole(), limit, visitor);
            }
            for (int number = 0; number < reacts.length; number++) {
                limit = visit(unguarded, number, limit, visitor);
            }
            return limit;
        }

        private int visit(Postings postings, int list, int before, Visitor visitor) {
            int limit = before;
            for (int at = postings.start(list); at < postings.end(list); at++) {
                int rank = postings.rank(at);
                if (rank >= limit) {
                    break;
                }
                if (reacts[eventsOf[rank]]) {
                    limit = Math.min(limit, visitor.visit(rank));
                }
            }
            return limit;
        }
    }
}
