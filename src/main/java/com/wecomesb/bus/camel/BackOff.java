package com.wecomesb.bus.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Failures in a row: since when, and how long to rest before the next attempt. There is no last attempt. */
final class BackOff {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private volatile Optional<Failing> failing = Optional.empty();
    private Duration next = SHORTEST;
    private long restUntil;

    /**
     * What has not worked lately.
     *
     * @param cause the exception's class; its message may quote what nobody should read
     */
    record Failing(Instant since, String cause, int attempts) {}

    /** How long to rest now. */
    void failed(Throwable cause) {
        Failing before = failing.orElseGet(() -> new Failing(Clock.systemUTC().instant(), "", 0));
        failing = Optional.of(new Failing(before.since(), cause.getClass().getName(), before.attempts() + 1));
        restUntil = System.nanoTime() + next.toNanos();
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    void succeeded() {
        failing = Optional.empty();
        next = SHORTEST;
    }

    /** What is left of the rest, never negative. */
    Duration rest() {
        return failing.isEmpty() ? Duration.ZERO : Duration.ofNanos(Math.max(0, restUntil - System.nanoTime()));
    }

    /** May be asked from any thread. */
    Optional<Failing> failing() {
        return failing;
    }
}
