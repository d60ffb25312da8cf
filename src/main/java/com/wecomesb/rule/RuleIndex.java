package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Guard;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.rule.fuzzy.FuzzyIndex;
import com.wecomesb.rule.term.TermAutomaton;
import com.wecomesb.rule.term.TermHits;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules in one index: the literal terms of all of them in one automaton over the normalised text. A rule is looked
 * at only when one of its guarding terms was seen, or when it has none; so the cost of a message hardly depends on the
 * number of rules. Candidates come by priority, so that looking for the first that matches ends at it. A rule's rank is its
 * place by priority, 0 for the highest. Immutable.
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
    /** The rules that a term anywhere in the text makes candidates, then by the whole text, then by event types alone. */
    private final Postings postings;

    private final boolean hasAlso;

    /** @param rules in the order of the files, which decides among equal priorities */
    RuleIndex(List<Rule> rules, Terms terms) {
        this.terms = terms;
        byRank = byPriority(rules);
        conditions = new Condition[byRank.length][];
        eventsOf = new int[byRank.length];
        guarded = new boolean[byRank.length];
        Map<EventTypes, Integer> numbers = new LinkedHashMap<>();
        int count = terms.texts().size();
        Postings.Builder lists = new Postings.Builder(byRank.length);
        for (int rank = 0; rank < byRank.length; rank++) {
            Rule rule = byRank[rank];
            conditions[rank] = rule.conditions().toArray(Condition[]::new);
            eventsOf[rank] = numbers.computeIfAbsent(rule.events(), types -> numbers.size());
            Guard guard = Guard.rarest(rule.conditions(), terms);
            guarded[rank] = guard.known();
            lists.verify(rank, Verification.of(rule.conditions(), guard));
            lists.addAll(guard.contained(), 0, rank);
            lists.addAll(guard.whole(), count, rank);
            if (!guard.known()) {
                lists.add(2 * count + eventsOf[rank], rank);
            }
        }
        events = new ArrayList<>(numbers.keySet());
        automaton = TermAutomaton.of(terms.texts());
        likenesses = FuzzyIndex.of(terms.fuzzy());
        postings = lists.build(2 * count + events.size());
        hasAlso = rules.stream().anyMatch(Rule::also);
    }

    /** The highest first, equal ones in the order of the files: both in one number, which sorts faster than objects do. */
    private static Rule[] byPriority(List<Rule> rules) {
        long[] order = new long[rules.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = ((long) -rules.get(i).priority() << Integer.SIZE) | i;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToObj(place -> rules.get((int) place)).toArray(Rule[]::new);
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

    /** One event against the index: the candidates by priority, one after the other. Not thread-safe. */
    final class Search {

        private final Reading reading;
        private final TermHits hits;
        private final Candidates candidates = new Candidates(postings);
        private final boolean[] reacts = new boolean[events.size()];
        private boolean allReact = true;
        private int place;

        private Search(Facts facts) {
            hits = automaton.find(facts.normalizedText());
            reading = new Reading(facts, hits, likenesses.find(facts.normalizedText(), hits));
            int terms = automaton.terms();
            for (int i = 0; i < hits.count(); i++) {
                candidates.add(hits.get(i));
            }
            if (hits.whole() >= 0) {
                candidates.add(terms + hits.whole());
            }
            for (int number = 0; number < reacts.length; number++) {
                reacts[number] = events.get(number).contain(facts.eventType());
                allReact &= reacts[number];
                if (reacts[number]) {
                    candidates.add(2 * terms + number);
                }
            }
        }

        Reading reading() {
            return reading;
        }

        /** The rank of the next rule that could match, or {@link #NONE}; the highest priority comes first, each rule once. */
        int next() {
            for (place = candidates.next(); place != Candidates.NONE; place = candidates.next()) {
                int rank = postings.rank(place);
                if (allReact || reacts[eventsOf[rank]]) {
                    return rank;
                }
            }
            return NONE;
        }

        /** Whether the rule of the last {@link #next} matches. */
        boolean matches() {
            return postings.matches(place, hits, reading);
        }

        /** The rank of the next rule that matches, or {@link #NONE}. */
        int nextMatch() {
            int rank = next();
            while (rank != NONE && !matches()) {
                rank = next();
            }
            return rank;
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
    }
}
