package com.wecomesb.rule.fuzzy;

import java.util.Arrays;

/** Lists of entries by keys of 64 bits, one after the other in one array, found by open addressing. */
final class Keys {

    private final long[] keys;
    /** For each slot where its list starts and ends; a free slot ends at 0. */
    private final int[] starts;

    private final int[] ends;
    private final int[] entries;
    private final int mask;

    private Keys(Builder from) {
        int capacity = Integer.highestOneBit(Math.max(16, from.count)) * 4;
        mask = capacity - 1;
        keys = new long[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        entries = new int[from.count];
        int[] slots = new int[from.count];
        for (int i = 0; i < from.count; i++) {
            slots[i] = slot(from.keys[i]);
            keys[slots[i]] = from.keys[i];
            ends[slots[i]]++;
        }
        int start = 0;
        for (int slot = 0; slot < capacity; slot++) {
            starts[slot] = start;
            start += ends[slot];
            ends[slot] = ends[slot] == 0 ? 0 : start;
        }
        int[] next = starts.clone();
        for (int i = 0; i < from.count; i++) {
            entries[next[slots[i]]++] = from.entries[i];
        }
    }

    /** The slot of a key, or of a free place where there is none: its list is empty. */
    int slot(long key) {
        int slot = hash(key) & mask;
        while (ends[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    int start(int slot) {
        return ends[slot] == 0 ? 0 : starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    int entry(int at) {
        return entries[at];
    }

    private static int hash(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }

    /** Collects pairs. */
    static final class Builder {

        private long[] keys = new long[64];
        private int[] entries = new int[64];
        private int count;

        void add(long key, int entry) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
                entries = Arrays.copyOf(entries, count * 2);
            }
            keys[count] = key;
            entries[count++] = entry;
        }

        Keys build() {
            return new Keys(this);
        }
    }
}
