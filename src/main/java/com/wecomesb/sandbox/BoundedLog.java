package com.wecomesb.sandbox;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happened, in order; the oldest entries go when there are too many. Thread-safe, appending does not wait for a
 * reader.
 */
public final class BoundedLog<T> implements Iterable<T> {

    private final ConcurrentLinkedQueue<T> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong removed = new AtomicLong();
    private final int capacity;

    public BoundedLog(int capacity) {
        this.capacity = capacity;
    }

    public void add(T entry) {
        entries.add(entry);
        if (added.incrementAndGet() - removed.get() > capacity && entries.poll() != null) {
            removed.incrementAndGet();
        }
    }

    /** How many there have been, also those that are gone. */
    public long total() {
        return added.get();
    }

    public void clear() {
        while (entries.poll() != null) {
            removed.incrementAndGet();
        }
    }

    /** Weakly consistent: may or may not show what is added meanwhile. */
    @Override
    public Iterator<T> iterator() {
        return entries.iterator();
    }
}
