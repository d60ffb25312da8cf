package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Guard;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.rule.condition.TermTest;
import com.wecomesb.rule.term.TermHits;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left to ask of a rule once one of its guarding terms was seen. What asks for terms only is a row of numbers:
 * for each test its kind, how many terms, and their numbers.
 *
 * @param others what asks for anything else
 */
record Verification(int[] tests, Condition[] others) {

    private static final TermTest.Kind[] KINDS = TermTest.Kind.values();
    private static final int[] NO_TESTS = {};
    private static final Condition[] NO_OTHERS = {};

    static Verification of(List<Condition> conditions, Guard guard) {
        List<Condition> others = new ArrayList<>();
        List<TermTest> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            List<TermTest> asked = condition.termTests();
            if (asked.isEmpty()) {
                others.add(condition);
            }
            for (TermTest test : asked) {
                if (!test.isProvedBy(guard)) {
                    tests.add(test);
                }
            }
        }
        return new Verification(
                tests.isEmpty() ? NO_TESTS : row(tests),
                others.isEmpty() ? NO_OTHERS : others.toArray(Condition[]::new));
    }

    private static int[] row(List<TermTest> tests) {
        int[] row =
                new int[tests.stream().mapToInt(test -> 2 + test.terms().size()).sum()];
        int at = 0;
        for (TermTest test : tests) {
            row[at++] = test.kind().ordinal();
            row[at++] = test.terms().size();
            for (int term : test.terms()) {
                row[at++] = term;
            }
        }
        return row;
    }

    /** Whether all tests hold of those that stand in a row of many, from one place to another. */
    static boolean hold(int[] rows, int from, int to, TermHits hits) {
        for (int at = from; at < to; at += 2 + rows[at + 1]) {
            int end = at + 2 + rows[at + 1];
            boolean holds = switch (KINDS[rows[at]]) {
                case ANY -> anyOf(rows, at + 2, end, hits);
                case NONE -> !anyOf(rows, at + 2, end, hits);
                case WHOLE -> wholeOf(rows, at + 2, end, hits.whole());
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyOf(int[] rows, int from, int to, TermHits hits) {
        for (int at = from; at < to; at++) {
            if (hits.contains(rows[at])) {
                return true;
            }
        }
        return false;
    }

    private static boolean wholeOf(int[] rows, int from, int to, int whole) {
        for (int at = from; at < to; at++) {
            if (rows[at] == whole) {
                return true;
            }
        }
        return false;
    }

    static boolean hold(Condition[] others, Reading reading) {
        for (Condition other : others) {
            if (!other.holds(reading)) {
                return false;
            }
        }
        return true;
    }
}
