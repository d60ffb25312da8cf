package com.wecomesb.bus.inbox;

import com.wecomesb.bus.NotAppended;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The appends that are to be written into the inbox, in order. Thread-safe; one thread takes and writes. */
final class InboxQueue {

    private static final Duration IDLE = Duration.ofMillis(100);

    private final int capacity;
    private final Deque<Append> waiting = new ArrayDeque<>();
    private List<Append> taken = List.of();
    /** Whether rows may be in the inbox: at the start, those of an earlier run. */
    private boolean used = true;

    private boolean held;

    InboxQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Whether there was room. */
    synchronized boolean add(Append append) {
        if (waiting.size() >= capacity) {
            return false;
        }
        waiting.add(append);
        notifyAll();
        return true;
    }

    /** Adds those that came before all others. */
    synchronized void addFirst(List<Append> earlier) {
        List<Append> latestFirst = new ArrayList<>(earlier);
        Collections.reverse(latestFirst);
        latestFirst.forEach(waiting::addFirst);
        notifyAll();
    }

    synchronized @Nullable Append poll() {
        return waiting.poll();
    }

    /** The next ones to be written, at most so many; empty when there are none for a moment. */
    synchronized List<Append> take(int most) throws InterruptedException {
        long until = System.nanoTime() + IDLE.toNanos();
        while ((held || waiting.isEmpty()) && System.nanoTime() < until) {
            wait(IDLE.toMillis());
        }
        List<Append> next = new ArrayList<>();
        while (!held && !waiting.isEmpty() && next.size() < most) {
            Append append = waiting.remove();
            if (!append.isDone()) {
                next.add(append);
            }
        }
        taken = next;
        return next;
    }

    /** What was taken is in the inbox. */
    void written() {
        List<Append> done;
        synchronized (this) {
            done = taken;
            used = true;
            taken = List.of();
            notifyAll();
        }
        done.forEach(Append::succeed);
    }

    /** What was taken is not in the inbox; it goes back to the front. */
    synchronized void notWritten() {
        List<Append> again = taken;
        taken = List.of();
        addFirst(again);
    }

    /** Removes what is older than that. */
    List<Append> removeOlderThan(Duration age) {
        synchronized (this) {
            List<Append> late = Stream.concat(waiting.stream(), taken.stream())
                    .filter(append -> append.isOlderThan(age))
                    .toList();
            waiting.removeIf(append -> append.isOlderThan(age));
            return late;
        }
    }

    synchronized void failAll(NotAppended reason) {
        Stream.concat(waiting.stream(), taken.stream()).forEach(append -> append.fail(reason));
        waiting.clear();
    }

    /**
     * Keeps appends from the inbox until {@link #release}, so that its end can be seen under traffic.
     *
     * @return whether nothing is being written any more
     */
    synchronized boolean hold(Duration atMost) throws InterruptedException {
        held = true;
        long until = System.nanoTime() + atMost.toNanos();
        while (!taken.isEmpty() && System.nanoTime() < until) {
            wait(atMost.toMillis());
        }
        return taken.isEmpty();
    }

    /** Holds, if nothing was written or is being written since the inbox was last empty. */
    synchronized boolean holdIfUnused() {
        if (used || !taken.isEmpty()) {
            return false;
        }
        held = true;
        return true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** The inbox was seen empty. */
    synchronized void unused() {
        used = false;
    }
}
