package com.wecomesb.rule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds all occurrences of many terms in one pass over a text (Aho and Corasick, 1975). Immutable. Transitions are kept
 * in one open-addressed table from (state, character) to state, so that a step is a probe and allocates nothing.
 */
final class TermAutomaton {

    private static final int ROOT = 0;

    private final long[] keys;
    private final int[] targets;
    private final int mask;
    private final int[] failure;
    /** The term that ends in a state, or -1. */
    private final int[] term;
    /** The nearest state on the failure path in which a term ends, or -1. */
    private final int[] nextTerm;

    private final int terms;

    /** @param distinct the terms; a term's number is its place in the iteration */
    TermAutomaton(Collection<String> distinct) {
        Builder builder = new Builder(List.copyOf(distinct));
        this.keys = builder.keys;
        this.targets = builder.targets;
        this.mask = builder.mask;
        this.failure = builder.failure;
        this.term = builder.term;
        this.nextTerm = builder.nextTerm;
        this.terms = distinct.size();
    }

    int terms() {
        return terms;
    }

    /** Tells the number of each term that occurs, once for each occurrence. */
    void scan(String text, IntConsumer found) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = step(state, c);
            while (next < 0 && state != ROOT) {
                state = failure[state];
                next = step(state, c);
            }
            state = Math.max(next, ROOT);
            for (int end = term[state] >= 0 ? state : nextTerm[state]; end >= 0; end = nextTerm[end]) {
                found.accept(term[end]);
            }
        }
    }

    private int step(int state, char c) {
        return Builder.find(keys, targets, mask, state, c);
    }

    private static final class Builder {

        private final long[] keys;
        private final int[] targets;
        private final int mask;
        private final int[] failure;
        private final int[] term;
        private final int[] nextTerm;

        Builder(List<String> terms) {
            int characters = terms.stream().mapToInt(String::length).sum();
            int capacity = Integer.highestOneBit(Math.max(16, characters * 2)) * 2;
            keys = new long[capacity];
            targets = new int[capacity];
            mask = capacity - 1;
            Arrays.fill(keys, -1);
            int[] ends = new int[characters + 1];
            Arrays.fill(ends, -1);
            Map<Integer, int[]> incoming = new HashMap<>();
            int states = insertAll(terms, ends, incoming);
            term = Arrays.copyOf(ends, states);
            failure = new int[states];
            nextTerm = new int[states];
            Arrays.fill(nextTerm, -1);
            link(states, incoming);
        }

        private int insertAll(List<String> terms, int[] ends, Map<Integer, int[]> incoming) {
            int states = 1;
            for (int number = 0; number < terms.size(); number++) {
                int state = ROOT;
                String word = terms.get(number);
                for (int i = 0; i < word.length(); i++) {
                    int next = find(keys, targets, mask, state, word.charAt(i));
                    if (next < 0) {
                        next = states++;
                        put(state, word.charAt(i), next);
                        incoming.put(next, new int[] {state, word.charAt(i)});
                    }
                    state = next;
                }
                ends[state] = number;
            }
            return states;
        }

        /** Breadth first: a state's failure is shorter than the state, so it is complete by then. */
        private void link(int states, Map<Integer, int[]> incoming) {
            Map<Integer, List<Integer>> children = new HashMap<>();
            for (int state = 1; state < states; state++) {
                children.computeIfAbsent(parent(incoming, state), key -> new java.util.ArrayList<>())
                        .add(state);
            }
            ArrayDeque<Integer> queue = new ArrayDeque<>(children.getOrDefault(ROOT, List.of()));
            while (!queue.isEmpty()) {
                int state = queue.poll();
                linkState(state, incoming);
                queue.addAll(children.getOrDefault(state, List.of()));
            }
        }

        private void linkState(int state, Map<Integer, int[]> incoming) {
            int[] edge = incoming.getOrDefault(state, new int[2]);
            int parent = edge[0];
            char c = (char) edge[1];
            int candidate = ROOT;
            if (parent != ROOT) {
                int from = failure[parent];
                candidate = find(keys, targets, mask, from, c);
                while (candidate < 0 && from != ROOT) {
                    from = failure[from];
                    candidate = find(keys, targets, mask, from, c);
                }
                candidate = Math.max(candidate, ROOT);
            }
            failure[state] = candidate;
            nextTerm[state] = term[candidate] >= 0 ? candidate : nextTerm[candidate];
        }

        private static int parent(Map<Integer, int[]> incoming, int state) {
            return incoming.getOrDefault(state, new int[2])[0];
        }

        private void put(int state, char c, int target) {
            long key = key(state, c);
            int slot = slot(key, mask);
            while (keys[slot] != -1) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            targets[slot] = target;
        }

        static int find(long[] keys, int[] targets, int mask, int state, char c) {
            long key = key(state, c);
            int slot = slot(key, mask);
            while (keys[slot] != -1) {
                if (keys[slot] == key) {
                    return targets[slot];
                }
                slot = (slot + 1) & mask;
            }
            return -1;
        }

        private static long key(int state, char c) {
            return ((long) state << 16) | c;
        }

        private static int slot(long key, int mask) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 33) & mask;
        }
    }
}
