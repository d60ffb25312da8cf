package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Guard;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.rule.condition.TermTest;
import com.wecomesb.rule.term.TermHits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to ask of each rule once one of its guarding terms was seen: what asks for terms only stands for all rules
 * in one array, so that most candidates are verified without touching an object. Immutable.
 */
final class Verification {

    private static final TermTest.Kind[] KINDS = TermTest.Kind.values();

    /** For each rank where its tests begin. */
    private final int[] starts;
    /** For each test its kind, how many terms, and their numbers. */
    private final int[] tests;

    private final Condition[] @Nullable [] others;

    private Verification(int[] starts, int[] tests, Condition[] @Nullable [] others) {
        this.starts = starts;
        this.tests = tests;
        this.others = others;
    }

    boolean holds(int rank, TermHits hits, Reading reading) {
        int end = starts[rank + 1];
        for (int at = starts[rank]; at < end; at += 2 + tests[at + 1]) {
            if (!holds(at, hits)) {
                return false;
            }
        }
        Condition[] more = others[rank];
        if (more != null) {
            for (Condition condition : more) {
                if (!condition.holds(reading)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(int test, TermHits hits) {
        int from = test + 2;
        int to = from + tests[test + 1];
        return switch (KINDS[tests[test]]) {
            case ANY -> anyOf(from, to, hits);
            case NONE -> !anyOf(from, to, hits);
            case WHOLE -> wholeOf(from, to, hits.whole());
        };
    }

    private boolean anyOf(int from, int to, TermHits hits) {
        for (int at = from; at < to; at++) {
            if (hits.contains(tests[at])) {
                return true;
            }
        }
        return false;
    }

    private boolean wholeOf(int from, int to, int whole) {
        for (int at = from; at < to; at++) {
            if (tests[at] == whole) {
                return true;
            }
        }
        return false;
    }

    /** Takes the rules in the order of their ranks. */
    static final class Builder {

        private final int[] starts;
        private final Condition[] @Nullable [] others;
        private int[] tests = new int[64];
        private int count;
        private int rules;

        Builder(int rules) {
            this.starts = new int[rules + 1];
            this.others = new Condition[rules][];
        }

        /** Whether nothing is left to ask, as seeing a term of the guard is proof enough. */
        boolean add(List<Condition> conditions, Guard guard) {
            int rank = rules++;
            List<Condition> more = new ArrayList<>();
            for (Condition condition : conditions) {
                List<TermTest> asked = condition.termTests();
                if (asked.isEmpty()) {
                    more.add(condition);
                }
                for (TermTest test : asked) {
                    if (!test.isProvedBy(guard)) {
                        add(test);
                    }
                }
            }
            if (!more.isEmpty()) {
                others[rank] = more.toArray(Condition[]::new);
            }
            starts[rules] = count;
            return guard.known() && more.isEmpty() && starts[rank] == count;
        }

        private void add(TermTest test) {
            int needed = count + 2 + test.terms().size();
            if (needed > tests.length) {
                tests = Arrays.copyOf(tests, Math.max(needed, tests.length * 2));
            }
            tests[count++] = test.kind().ordinal();
            tests[count++] = test.terms().size();
            for (int term : test.terms()) {
                tests[count++] = term;
            }
        }

        Verification build() {
            return new Verification(starts, Arrays.copyOf(tests, count), others);
        }
    }
}
