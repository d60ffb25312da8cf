package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Reading;
import com.wecomesb.rule.term.TermHits;
import java.util.Arrays;
import java.util.List;

/**
 * Lists of rules, one after the other in one array: each rule by its rank, ascending. What is left to verify of a rule
 * stands in the same order, so that looking through a list reads memory in a row and hardly touches an object. Immutable.
 */
final class Postings {

    private final int[] starts;
    private final int[] ranks;
    /** For each place where its tests begin in the rows; they end where those of the next place begin. */
    private final int[] tests;

    private final int[] rows;
    private final Condition[][] others;

    private Postings(int[] starts, int[] ranks, Verification[] byRank) {
        this.starts = starts;
        this.ranks = ranks;
        this.tests = new int[ranks.length + 1];
        this.others = new Condition[ranks.length][];
        for (int at = 0; at < ranks.length; at++) {
            tests[at + 1] = tests[at] + byRank[ranks[at]].tests().length;
            others[at] = byRank[ranks[at]].others();
        }
        this.rows = new int[tests[ranks.length]];
        for (int at = 0; at < ranks.length; at++) {
            int[] row = byRank[ranks[at]].tests();
            System.arraycopy(row, 0, rows, tests[at], row.length);
        }
    }

    /** The place of the first rule of a list. */
    int start(int list) {
        return starts[list];
    }

    /** The place after the last rule of a list. */
    int end(int list) {
        return starts[list + 1];
    }

    int rank(int place) {
        return ranks[place];
    }

    /** Whether the rule at a place matches, given that its list was looked at. */
    boolean matches(int place, TermHits hits, Reading reading) {
        return Verification.hold(rows, tests[place], tests[place + 1], hits)
                && Verification.hold(others[place], reading);
    }

    /** Collects pairs; those of a list come in ascending order of their ranks. */
    static final class Builder {

        private final Verification[] byRank;
        private int[] lists = new int[16];
        private int[] ranks = new int[16];
        private int count;

        Builder(int rules) {
            this.byRank = new Verification[rules];
        }

        void verify(int rank, Verification verification) {
            byRank[rank] = verification;
        }

        /** @param from the number of the first of these lists */
        void addAll(List<Integer> toLists, int from, int rank) {
            for (int list : toLists) {
                add(from + list, rank);
            }
        }

        void add(int list, int rank) {
            if (count == lists.length) {
                lists = Arrays.copyOf(lists, count * 2);
                ranks = Arrays.copyOf(ranks, count * 2);
            }
            lists[count] = list;
            ranks[count++] = rank;
        }

        /** @param size how many lists there are, empty ones included */
        Postings build(int size) {
            int[] starts = new int[size + 1];
            for (int i = 0; i < count; i++) {
                starts[lists[i] + 1]++;
            }
            for (int i = 0; i < size; i++) {
                starts[i + 1] += starts[i];
            }
            int[] sorted = new int[count];
            int[] next = Arrays.copyOf(starts, size);
            for (int i = 0; i < count; i++) {
                sorted[next[lists[i]]++] = ranks[i];
            }
            return new Postings(starts, sorted, byRank);
        }
    }
}
