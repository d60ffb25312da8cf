package com.wecomesb.rule.term;

/** Transitions of a trie, from (state, character) to state, in one open-addressed table. */
final class Transitions {

    private final long[] keys;
    private final int[] targets;
    private final int mask;

    /** @param atMost how many transitions there will be at most */
    Transitions(int atMost) {
        int capacity = Integer.highestOneBit(Math.max(16, atMost)) * 4;
        this.keys = new long[capacity];
        this.targets = new int[capacity];
        this.mask = capacity - 1;
    }

    /** The next state, or 0 where there is none: no transition leads back to the root. */
    int next(int state, char c) {
        return targets[slot(key(state, c))];
    }

    void put(int state, char c, int target) {
        long key = key(state, c);
        int slot = slot(key);
        keys[slot] = key;
        targets[slot] = target;
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (targets[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int state, char c) {
        return ((long) state << Character.SIZE) | c;
    }
}
