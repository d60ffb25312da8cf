package com.wecomesb.rule.term;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many terms in one pass over a text (Aho and Corasick, 1975). The states stand in a double array
 * (Aoe, 1989): the state after a character is at the base of the state before plus the number of the character, if that
 * place names the state before as its owner. All that a step reads of a state lies side by side; a character of no term
 * leads to the root at once; a step allocates nothing. Immutable.
 */
public final class TermAutomaton {

    private static final int ROOT = 0;
    private static final int FREE = -1;
    private static final int BASE = 0;
    private static final int OWNER = 1;
    /** The state of the longest proper suffix that is a prefix of some term. */
    private static final int SUFFIX = 2;
    /** The state itself or the nearest one on its suffix path in which a term ends; 0 for none. */
    private static final int REPORT = 3;

    private final Alphabet alphabet;
    /** Four numbers for each state. */
    private final int[] cells;
    /** The term that ends in a state, or -1. */
    private final int[] term;

    private final int[] lengths;

    private TermAutomaton(TermTrie trie, int[] lengths) {
        this.alphabet = trie.alphabet();
        this.lengths = lengths;
        Places places = Places.of(trie);
        cells = new int[places.size() << 2];
        term = new int[places.size()];
        Arrays.fill(term, -1);
        Arrays.fill(cells, FREE);
        for (int state = 0; state < trie.states(); state++) {
            int at = places.of(state);
            cells[(at << 2) + BASE] = places.base(state);
            cells[(at << 2) + OWNER] = state == ROOT ? FREE : places.of(trie.parent(state));
            term[at] = trie.term(state);
        }
        cells[SUFFIX] = ROOT;
        cells[REPORT] = ROOT;
        for (int state = 1; state < trie.states(); state++) {
            link(places.of(state), places.of(trie.parent(state)), trie.code(state));
        }
    }

    /** Breadth first, so what the state before and every shorter one lead to is known. */
    private void link(int state, int before, int code) {
        int suffix = before == ROOT ? ROOT : step(cells[(before << 2) + SUFFIX], code);
        cells[(state << 2) + SUFFIX] = suffix;
        cells[(state << 2) + REPORT] = term[state] >= 0 ? state : cells[(suffix << 2) + REPORT];
    }

    /**
     * Builds the automaton, in time linear in the characters of the terms but for sorting them.
     *
     * @param terms distinct and not empty; a term's number is its index
     */
    public static TermAutomaton of(List<String> terms) {
        return new TermAutomaton(
                TermTrie.of(terms), terms.stream().mapToInt(String::length).toArray());
    }

    /** How many terms there are. */
    public int terms() {
        return lengths.length;
    }

    /** The terms that occur in the text. */
    public TermHits find(String text) {
        TermHits hits = new TermHits();
        Core core = Core.of(text);
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            int code = alphabet.code(text.charAt(i));
            state = code == Alphabet.NONE ? ROOT : step(state, code);
            int end = cells[(state << 2) + REPORT];
            if (end != ROOT) {
                report(end, i + 1 == core.to() ? core.to() - core.from() : -1, hits);
            }
        }
        return hits;
    }

    private int step(int from, int code) {
        int state = from;
        int next = cells[(state << 2) + BASE] + code;
        while (cells[(next << 2) + OWNER] != state) {
            if (state == ROOT) {
                return ROOT;
            }
            state = cells[(state << 2) + SUFFIX];
            next = cells[(state << 2) + BASE] + code;
        }
        return next;
    }

    /**
     * A state that was reported before has brought all its suffixes, so at most one step more than there are terms in the
     * text is made for each character; only at the end of the core one of them may be new as the whole text.
     */
    private void report(int from, int whole, TermHits hits) {
        for (int end = from; end != ROOT; end = cells[(cells[(end << 2) + SUFFIX] << 2) + REPORT]) {
            int found = term[end];
            boolean known = !hits.add(found);
            if (lengths[found] == whole) {
                hits.addWhole(found);
            } else if (known && whole < 0) {
                return;
            }
        }
    }
}
