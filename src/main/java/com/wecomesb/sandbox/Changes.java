package com.wecomesb.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** That something changed in the simulators, numbered, so that a page can ask for what is new. */
@Simulated
public class Changes {

    private static final int KEPT = 1_000;
    private static final Set<String> RECORDS = Set.of("contact", "ticket", "order");

    private final Deque<Change> latest = new ArrayDeque<>();
    private final SandboxTime time;
    private final RecordChanges records;
    private long number;

    Changes(SandboxTime time, RecordChanges records) {
        this.time = time;
        this.records = records;
    }

    /**
     * One change.
     *
     * @param kind {@code chat}, {@code member}, {@code contact}, {@code ticket}, {@code order} or {@code switch}
     * @param id what changed
     */
    public record Change(long number, Instant at, String kind, String id) {}

    public synchronized void note(String kind, String id) {
        if (RECORDS.contains(kind)) {
            records.note(kind, id);
        }
        latest.addLast(new Change(++number, time.now(), kind, id));
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
    }

    /** What came after the given number, at most the last thousand. */
    public synchronized List<Change> since(long after) {
        return latest.stream().filter(change -> change.number() > after).toList();
    }

    public synchronized long last() {
        return number;
    }
}
