package com.wecomesb.rule.term;

import java.util.Arrays;

/**
 * The distinct terms that occur in one text, in the order in which they were seen. As large as what was found, however
 * many terms there are; few are looked through, more than a few stand in a table as well. Not thread-safe.
 */
public final class TermHits {

    private static final int NONE = -1;
    private static final int FEW = 12;

    private int[] found = new int[FEW];
    /** Open addressing, empty while there are few; a slot holds a term's number + 1, or 0. */
    private int[] table = {};

    private int count;
    private int whole = NONE;

    public int count() {
        return count;
    }

    /** The number of the term that was seen as the {@code index}-th. */
    public int get(int index) {
        return found[index];
    }

    public boolean contains(int term) {
        if (table.length > 0) {
            return table[slot(term)] != 0;
        }
        for (int i = 0; i < count; i++) {
            if (found[i] == term) {
                return true;
            }
        }
        return false;
    }

    /** The term that is the whole text but for blanks and punctuation around it, or -1. */
    public int whole() {
        return whole;
    }

    /** Whether the term is new. */
    public boolean add(int term) {
        if (contains(term)) {
            return false;
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = term;
        if (table.length > 0) {
            table[slot(term)] = term + 1;
        }
        if (count > FEW && count * 2 > table.length) {
            grow();
        }
        return true;
    }

    void addWhole(int term) {
        whole = term;
    }

    private void grow() {
        table = new int[Math.max(64, table.length * 2)];
        for (int i = 0; i < count; i++) {
            table[slot(found[i])] = found[i] + 1;
        }
    }

    private int slot(int term) {
        int mask = table.length - 1;
        int slot = ((term * 0x9E3779B9) >>> 7) & mask;
        while (table[slot] != 0 && table[slot] != term + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
