package com.wecomesb.rule.term;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prefixes of terms as states, numbered breadth first, the root is 0: a state's parent, and every shorter prefix, has a
 * smaller number, and its children have numbers in a row. A state is a range of the sorted terms, so building needs no
 * look-up.
 */
final class TermTrie {

    private final List<String> terms;
    private final Alphabet alphabet;
    /** The numbers of the terms in the order of their texts. */
    private final int[] sorted;

    private final int[] parents;
    private final char[] codes;
    private final int[] ends;
    /** For each state the first number of its children, or where it would be. */
    private final int[] children;

    private int states = 1;

    private TermTrie(List<String> terms) {
        this.terms = terms;
        this.alphabet = new Alphabet(terms);
        this.sorted = IntStream.range(0, terms.size())
                .boxed()
                .sorted(Comparator.comparing(terms::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int atMost = terms.stream().mapToInt(String::length).sum() + 1;
        this.parents = new int[atMost];
        this.codes = new char[atMost];
        this.ends = new int[atMost];
        this.children = new int[atMost + 1];
        Arrays.fill(ends, -1);
    }

    static TermTrie of(List<String> terms) {
        TermTrie trie = new TermTrie(terms);
        trie.build();
        return trie;
    }

    Alphabet alphabet() {
        return alphabet;
    }

    int states() {
        return states;
    }

    int parent(int state) {
        return parents[state];
    }

    /** The number of the character that leads from the parent to the state. */
    int code(int state) {
        return codes[state];
    }

    /** The term that ends there, or -1. */
    int term(int state) {
        return ends[state];
    }

    /** The children of a state are those from here to the first child of the next state. */
    int firstChild(int state) {
        return children[state];
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
            children[state] = states;
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
                codes[child] = (char) alphabet.code(c);
            }
        }
        children[states] = states;
    }

    private String text(int place) {
        return terms.get(sorted[place]);
    }
}
