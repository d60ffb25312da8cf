package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.BoundedLog;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What became of every callback. */
@Simulated
public class Deliveries {

    private final BoundedLog<Delivery> log;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong notEmpty = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong gaveUp = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    Deliveries(SandboxSettings settings) {
        this.log = new BoundedLog<>(settings.keep());
    }

    /** How it ended. */
    public enum Outcome {
        /** 200. */
        ANSWERED,
        /** Another status, which WeCom may take for an answer (W90930). */
        REFUSED,
        /** No answer to the first request nor to its repeats. */
        GAVE_UP,
        /** Too many were waiting. */
        DROPPED
    }

    /**
     * What became of one callback.
     *
     * @param status of the last answer, 0 if there was none
     */
    public record Delivery(String id, String app, Outcome outcome, int status, int attempts, long millis) {}

    /**
     * The sums.
     *
     * @param notEmpty how many answers of 200 had a body
     * @param repeated how many requests were sent again
     */
    public record Counts(long answered, long refused, long notEmpty, long repeated, long gaveUp, long dropped) {}

    void add(Delivery delivery, boolean isEmpty) {
        log.add(delivery);
        counter(delivery.outcome()).incrementAndGet();
        repeated.addAndGet(Math.max(0, delivery.attempts() - 1));
        if (delivery.outcome() == Outcome.ANSWERED && !isEmpty) {
            notEmpty.incrementAndGet();
        }
    }

    private AtomicLong counter(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> answered;
            case REFUSED -> refused;
            case GAVE_UP -> gaveUp;
            case DROPPED -> dropped;
        };
    }

    public Counts counts() {
        return new Counts(answered.get(), refused.get(), notEmpty.get(), repeated.get(), gaveUp.get(), dropped.get());
    }

    public Iterable<Delivery> all() {
        return log;
    }

    public void clear() {
        log.clear();
        Stream.of(answered, refused, notEmpty, repeated, gaveUp, dropped).forEach(counter -> counter.set(0));
    }
}
