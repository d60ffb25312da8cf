package com.wecomesb.rule.term;

import java.util.List;

/**
 * Finds all occurrences of many terms in one pass over a text (Aho and Corasick, 1975). States are numbered breadth
 * first, the root is 0; a transition is a probe in one open-addressed table from (state, character) to state, so a step
 * allocates nothing and the memory is that of the distinct prefixes. Immutable.
 */
public final class TermAutomaton {

    private static final int ROOT = 0;

    private final Transitions transitions;
    /** The state of the longest proper suffix that is a prefix of some term. */
    private final int[] suffix;
    /** The term that ends in a state, or -1. */
    private final int[] term;
    /** The state itself or the nearest one on its suffix path in which a term ends; 0 for none. */
    private final int[] report;

    private final int[] lengths;

    private TermAutomaton(Transitions transitions, int[] suffix, int[] term, int[] report, int[] lengths) {
        this.transitions = transitions;
        this.suffix = suffix;
        this.term = term;
        this.report = report;
        this.lengths = lengths;
    }

    /**
     * Builds the automaton, in time linear in the characters of the terms but for sorting them.
     *
     * @param terms distinct and not empty; a term's number is its index
     */
    public static TermAutomaton of(List<String> terms) {
        TermTrie trie = TermTrie.of(terms);
        Transitions transitions = trie.transitions();
        int[] term = trie.terms();
        int[] suffix = new int[trie.states()];
        int[] report = new int[trie.states()];
        for (int state = 1; state < trie.states(); state++) {
            int parent = trie.parent(state);
            suffix[state] = parent == ROOT ? ROOT : step(transitions, suffix, suffix[parent], trie.character(state));
            report[state] = term[state] >= 0 ? state : report[suffix[state]];
        }
        int[] lengths = terms.stream().mapToInt(String::length).toArray();
        return new TermAutomaton(transitions, suffix, term, report, lengths);
    }

    /** The terms that occur in the text. */
    public TermHits find(String text) {
        TermHits hits = new TermHits();
        Core core = Core.of(text);
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = step(transitions, suffix, state, text.charAt(i));
            for (int end = report[state]; end != ROOT; end = report[suffix[end]]) {
                int found = term[end];
                hits.add(found);
                if (i + 1 == core.to() && lengths[found] == core.to() - core.from()) {
                    hits.addWhole(found);
                }
            }
        }
        return hits;
    }

    private static int step(Transitions transitions, int[] suffix, int from, char c) {
        int state = from;
        int next = transitions.next(state, c);
        while (next == ROOT && state != ROOT) {
            state = suffix[state];
            next = transitions.next(state, c);
        }
        return next;
    }
}
