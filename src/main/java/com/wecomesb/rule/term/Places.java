package com.wecomesb.rule.term;

import java.util.BitSet;

/** Where the states of a trie stand in a double array: the children of each together, in the first gap that they fit. */
final class Places {

    /** Where gaps are this rare the search for one begins further on. */
    private static final int CROWDED = 16;

    private final TermTrie trie;
    private final BitSet taken = new BitSet();
    private final int[] places;
    private final int[] bases;
    private int firstGap = 1;

    private Places(TermTrie trie) {
        this.trie = trie;
        places = new int[trie.states()];
        bases = new int[trie.states()];
    }

    static Places of(TermTrie trie) {
        Places places = new Places(trie);
        places.taken.set(0);
        for (int state = 0; state < trie.states(); state++) {
            places.placeChildren(state);
        }
        return places;
    }

    int of(int state) {
        return places[state];
    }

    int base(int state) {
        return bases[state];
    }

    /** So many that every base plus every number of a character is one of them. */
    int size() {
        return taken.length() + trie.alphabet().size() + 1;
    }

    private void placeChildren(int state) {
        int from = trie.firstChild(state);
        int to = trie.firstChild(state + 1);
        if (from == to) {
            return;
        }
        int base = state == 0 ? 0 : gap(from, to);
        bases[state] = base;
        for (int child = from; child < to; child++) {
            places[child] = base + trie.code(child);
            taken.set(places[child]);
        }
    }

    private int gap(int from, int to) {
        int lowest = trie.code(from);
        int tried = 0;
        int at = taken.nextClearBit(Math.max(firstGap, lowest));
        while (!fits(at - lowest, from + 1, to)) {
            at = taken.nextClearBit(at + 1);
            tried++;
        }
        if (tried > CROWDED) {
            firstGap = at;
        }
        return at - lowest;
    }

    private boolean fits(int base, int from, int to) {
        for (int child = from; child < to; child++) {
            if (taken.get(base + trie.code(child))) {
                return false;
            }
        }
        return true;
    }
}
