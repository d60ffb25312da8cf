package com.wecomesb.rule.term;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prefixes of terms as states, numbered breadth first: a state's parent, and every shorter prefix, has a smaller
 * number. A state is a range of the sorted terms, so building needs no look-up.
 */
final class TermTrie {

    private final List<String> terms;
    /** The numbers of the terms in the order of their texts. */
    private final int[] sorted;

    private final int[] parents;
    private final char[] characters;
    private final int[] ends;
    private final Transitions transitions;
    private int states = 1;

    private TermTrie(List<String> terms) {
        this.terms = terms;
        this.sorted = IntStream.range(0, terms.size())
                .boxed()
                .sorted(Comparator.comparing(terms::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int atMost = terms.stream().mapToInt(String::length).sum() + 1;
        this.parents = new int[atMost];
        this.characters = new char[atMost];
        this.ends = new int[atMost];
        Arrays.fill(ends, -1);
        this.transitions = new Transitions(atMost);
    }

    static TermTrie of(List<String> terms) {
        TermTrie trie = new TermTrie(terms);
        trie.build();
        return trie;
    }

    int states() {
        return states;
    }

    int parent(int state) {
        return parents[state];
    }

    /** The character that leads from the parent to the state. */
    char character(int state) {
        return characters[state];
    }

    /** For each state the term that ends there, or -1. */
    int[] terms() {
        return Arrays.copyOf(ends, states);
    }

    Transitions transitions() {
        return transitions;
    }

    private void build() {
        int[] from = new int[parents.length];
        int[] to = new int[parents.length];
        to[0] = sorted.length;
        int depth = 0;
        int endOfDepth = 1;
        for (int state = 0; state < states; state++) {
            if (state == endOfDepth) {
                depth++;
                endOfDepth = states;
            }
            int at = from[state];
            if (at < to[state] && text(at).length() == depth) {
                ends[state] = sorted[at++];
            }
            while (at < to[state]) {
                char c = text(at).charAt(depth);
                int child = states++;
                from[child] = at;
                while (at < to[state] && text(at).charAt(depth) == c) {
                    at++;
                }
                to[child] = at;
                parents[child] = state;
                characters[child] = c;
                transitions.put(state, c, child);
            }
        }
    }

    private String text(int place) {
        return terms.get(sorted[place]);
    }
}
