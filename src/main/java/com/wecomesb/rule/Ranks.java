package com.wecomesb.rule;

import java.util.Arrays;

/** A growing set of ranks. Not thread-safe. */
final class Ranks {

    private int[] ranks = new int[16];
    private int count;

    void add(int rank) {
        if (count == ranks.length) {
            ranks = Arrays.copyOf(ranks, count * 2);
        }
        ranks[count++] = rank;
    }

    /** Each once, the highest priority first. */
    int[] sorted() {
        Arrays.sort(ranks, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || ranks[i] != ranks[i - 1]) {
                ranks[distinct++] = ranks[i];
            }
        }
        count = distinct;
        return Arrays.copyOf(ranks, count);
    }
}
