package com.wecomesb.rule;

import java.util.Arrays;
import java.util.List;

/** Lists of ranks, ascending, one after the other in one array. */
final class Postings {

    private final int[] starts;
    private final int[] ranks;

    private Postings(int[] starts, int[] ranks) {
        this.starts = starts;
        this.ranks = ranks;
    }

    int start(int list) {
        return starts[list];
    }

    int end(int list) {
        return starts[list + 1];
    }

    int rank(int at) {
        return ranks[at];
    }

    /** Collects pairs; those of a list come in ascending order of their ranks. */
    static final class Builder {

        private int[] lists = new int[16];
        private int[] ranks = new int[16];
        private int count;

        void addAll(List<Integer> toLists, int rank) {
            toLists.forEach(list -> add(list, rank));
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
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] sorted = new int[count];
            int[] next = Arrays.copyOf(starts, size);
            for (int i = 0; i < count; i++) {
                sorted[next[lists[i]]++] = ranks[i];
            }
            return new Postings(starts, sorted);
        }
    }
}
