package com.wecomesb.rule;

import java.util.Arrays;

/**
 * Several lists of postings merged into one, ascending and each rank once: a heap of one cursor for each list, the one with
 * the lowest rank on top. So rules are looked at by priority, and a search for the first ends where it is. Not thread-safe.
 */
final class Candidates {

    static final int NONE = -1;

    private final Postings postings;
    /** The posting under each cursor. */
    private int[] heads = new int[8];

    private int[] cursors = new int[8];
    private int[] ends = new int[8];
    private int count;
    private int before = NONE;

    Candidates(Postings postings) {
        this.postings = postings;
    }

    void add(int list) {
        int cursor = postings.start(list);
        int end = postings.end(list);
        if (cursor == end) {
            return;
        }
        if (count == heads.length) {
            heads = Arrays.copyOf(heads, count * 2);
            cursors = Arrays.copyOf(cursors, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        int head = postings.get(cursor);
        int at = count++;
        for (int parent = (at - 1) >> 1; at > 0 && heads[parent] > head; parent = (at - 1) >> 1) {
            move(parent, at);
            at = parent;
        }
        put(at, head, cursor, end);
    }

    /** The next posting, or {@link #NONE}. */
    int next() {
        while (count > 0) {
            int posting = heads[0];
            int cursor = cursors[0] + 1;
            if (cursor < ends[0]) {
                sink(postings.get(cursor), cursor, ends[0]);
            } else {
                count--;
                sink(heads[count], cursors[count], ends[count]);
            }
            if (posting != before) {
                before = posting;
                return posting;
            }
        }
        return NONE;
    }

    /** Puts a cursor in the place of the one on top and lets it sink to its own. */
    private void sink(int head, int cursor, int end) {
        int at = 0;
        for (int child = 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && heads[child + 1] < heads[child]) {
                child++;
            }
            if (head <= heads[child]) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, head, cursor, end);
    }

    private void move(int from, int to) {
        put(to, heads[from], cursors[from], ends[from]);
    }

    private void put(int at, int head, int cursor, int end) {
        heads[at] = head;
        cursors[at] = cursor;
        ends[at] = end;
    }
}
