package com.wecomesb.wecom.api;

import java.time.Duration;

/**
 * The moment by which a call with everything that belongs to it (token, repetition) must be over: the lease of an
 * action is as long as one call may take.
 *
 * @param nanos by {@link System#nanoTime}, as no change of the wall clock may lengthen a call
 */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
