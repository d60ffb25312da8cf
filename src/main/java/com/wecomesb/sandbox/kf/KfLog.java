package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kf/sync_msg} reads: the messages and events of one account in their order, for three days (W94670).
 * Positions rise over restarts, so that a cursor of before does not hide what came after. Thread-safe.
 */
final class KfLog {

    static final Duration KEPT = Duration.ofDays(3);

    /** Positions of one millisecond; no account gets more messages than that. */
    private static final long PER_MILLISECOND = 1_000;

    private final int capacity;
    private final List<Entry> entries = new ArrayList<>();
    private long first = System.currentTimeMillis() * PER_MILLISECOND;

    KfLog(int capacity) {
        this.capacity = capacity;
    }

    private record Entry(long sendTime, ObjectNode message) {}

    /**
     * Some messages in order.
     *
     * @param next the position after them
     */
    record Page(List<ObjectNode> messages, long next, boolean hasMore) {}

    /** @param sendTime in seconds */
    synchronized void append(long sendTime, ObjectNode message) {
        entries.add(new Entry(sendTime, message));
        // A quarter at a time, because each removal moves all the rest.
        if (entries.size() > capacity + capacity / 4) {
            removeFirst(entries.size() - capacity);
        }
    }

    /** @param now in seconds */
    synchronized Page read(long position, int limit, long now) {
        removeOlderThan(now - KEPT.toSeconds());
        int from = (int) Math.min(Math.max(position - first, 0), entries.size());
        int to = Math.min(from + limit, entries.size());
        List<ObjectNode> messages =
                entries.subList(from, to).stream().map(Entry::message).toList();
        return new Page(messages, first + to, to < entries.size());
    }

    private void removeOlderThan(long time) {
        int old = 0;
        while (old < entries.size() && entries.get(old).sendTime() < time) {
            old++;
        }
        removeFirst(old);
    }

    private void removeFirst(int count) {
        entries.subList(0, count).clear();
        first += count;
    }

    synchronized void clear() {
        removeFirst(entries.size());
    }
}
