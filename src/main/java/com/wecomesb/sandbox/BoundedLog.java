package com.wecomesb.sandbox;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happened, in order; the oldest entries go when there are too many. Thread-safe, appending does not wait for a
 * reader.
 */
public final class BoundedLog<T> implements Iterable<T> {

    private final ConcurrentLinkedQueue<T> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();
    private final int capacity;

    public BoundedLog(int capacity) {
        this.capacity = capacity;
    }

    public void add(T entry) {
        entries.add(entry);
        total.incrementAndGet();
        if (size.incrementAndGet() > capacity && entries.poll() != null) {
            size.decrementAndGet();
        }
    }

    /** How many there have been since it was cleared, also those that are gone. */
    public long total() {
        return total.get();
    }

    public void clear() {
        while (entries.poll() != null) {
            size.decrementAndGet();
        }
        total.set(0);
    }

    /** Weakly consistent: may or may not show what is added meanwhile. */
    @Override
    public Iterator<T> iterator() {
        return entries.iterator();
    }
}
