package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All rules in one index: the literal terms of all of them in one automaton over the normalised text; a rule is looked
 * at only when one of the terms that it needs was seen, or when it needs none. So the cost of a message hardly depends
 * on the number of rules. Immutable.
 */
final class RuleIndex {

    private static final int NEAR_MISSES = 5;

    private final List<Rule> byPriority;
    private final TermAutomaton automaton;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** For each term the rules, by rank, that need it. */
    private final int[][] rulesOfTerm;
    /** Rules that need no term. */
    private final int[] always;

    /** @param rules in the order of the files; a stable sort keeps it among equal priorities */
    RuleIndex(List<Rule> rules) {
        byPriority = rules.stream()
                .sorted((one, other) -> Integer.compare(other.priority(), one.priority()))
                .toList();
        for (Rule rule : byPriority) {
            for (String term : rule.condition().terms()) {
                numbers.putIfAbsent(term, numbers.size());
            }
        }
        List<String> terms = new ArrayList<>(java.util.Collections.nCopies(numbers.size(), ""));
        numbers.forEach((term, number) -> terms.set(number, term));
        automaton = new TermAutomaton(terms);
        List<List<Integer>> needing = new ArrayList<>();
        numbers.forEach((term, number) -> needing.add(new ArrayList<>()));
        List<Integer> free = new ArrayList<>();
        for (int rank = 0; rank < byPriority.size(); rank++) {
            int current = rank;
            byPriority
                    .get(rank)
                    .condition()
                    .required()
                    .ifPresentOrElse(
                            required -> required.forEach(
                                    term -> needing.get(number(term)).add(current)),
                            () -> free.add(current));
        }
        rulesOfTerm = needing.stream().map(RuleIndex::array).toArray(int[][]::new);
        always = array(free);
    }

    private int number(String term) {
        return numbers.getOrDefault(term, -1);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    Verdict decide(Facts facts) {
        BitSet seen = new BitSet();
        BitSet candidates = new BitSet();
        for (int rank : always) {
            candidates.set(rank);
        }
        automaton.scan(facts.normalizedText(), term -> {
            if (!seen.get(term)) {
                seen.set(term);
                for (int rank : rulesOfTerm[term]) {
                    candidates.set(rank);
                }
            }
        });
        return verify(facts, candidates, new SeenTerms(facts, seen));
    }

    private final class SeenTerms extends Reading {

        private final BitSet seen;

        SeenTerms(Facts facts, BitSet seen) {
            super(facts);
            this.seen = seen;
        }

        @Override
        public boolean contains(String term) {
            int number = number(term);
            return number >= 0 && seen.get(number);
        }
    }

    private Verdict verify(Facts facts, BitSet candidates, Reading reading) {
        List<Match> matched = new ArrayList<>();
        List<NearMiss> nearMisses = new ArrayList<>();
        String type = facts.eventType();
        for (int rank = candidates.nextSetBit(0); rank >= 0; rank = candidates.nextSetBit(rank + 1)) {
            Rule rule = byPriority.get(rank);
            if (!rule.events().contain(type)) {
                continue;
            }
            Condition.Answer answer = rule.condition().test(reading);
            if (answer.holds()) {
                matched.add(new Match(rule, answer.reason(), answer.variables()));
            } else if (answer.failures() == 1
                    && nearMisses.size() < NEAR_MISSES
                    && rule.condition().required().isPresent()) {
                nearMisses.add(new NearMiss(rule, answer.reason()));
            }
        }
        return new Verdict(List.copyOf(matched), acting(matched), List.copyOf(nearMisses));
    }

    private static List<Match> acting(List<Match> matched) {
        List<Match> acting = new ArrayList<>();
        for (int i = 0; i < matched.size(); i++) {
            if (i == 0 || matched.get(i).rule().also()) {
                acting.add(matched.get(i));
            }
        }
        return List.copyOf(acting);
    }
}
