package com.wecomesb.rule;

import java.util.Arrays;
import java.util.List;

/**
 * Lists of rules, one after the other in one array: each by its rank, ascending, and whether being in the list is proof
 * enough that the rule matches.
 */
final class Postings {

    private final int[] starts;
    private final int[] postings;

    private Postings(int[] starts, int[] postings) {
        this.starts = starts;
        this.postings = postings;
    }

    /** A posting: the rank doubled, and one more where the rule has to be verified. */
    static int posting(int rank, boolean proved) {
        return rank << 1 | (proved ? 0 : 1);
    }

    static int rank(int posting) {
        return posting >>> 1;
    }

    static boolean isProved(int posting) {
        return (posting & 1) == 0;
    }

    int start(int list) {
        return starts[list];
    }

    int end(int list) {
        return starts[list + 1];
    }

    int get(int at) {
        return postings[at];
    }

    /** Collects pairs; those of a list come in ascending order of their ranks. */
    static final class Builder {

        private int[] lists = new int[16];
        private int[] postings = new int[16];
        private int count;

        /** @param from the number of the first of these lists */
        void addAll(List<Integer> toLists, int from, int posting) {
            for (int list : toLists) {
                add(from + list, posting);
            }
        }

        void add(int list, int posting) {
            if (count == lists.length) {
                lists = Arrays.copyOf(lists, count * 2);
                postings = Arrays.copyOf(postings, count * 2);
            }
            lists[count] = list;
            postings[count++] = posting;
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
                sorted[next[lists[i]]++] = postings[i];
            }
            return new Postings(starts, sorted);
        }
    }
}
