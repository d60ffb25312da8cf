package com.wecomesb.sandbox;

import java.util.concurrent.atomic.AtomicLong;

/** Identities that are unique over restarts of the simulators, because a bus remembers them longer than they live. */
@Simulated
public class Ids {

    /** Positions of one millisecond; a simulator makes fewer things than that. */
    private static final long PER_MILLISECOND = 1_000;

    private final AtomicLong last = new AtomicLong(System.currentTimeMillis() * PER_MILLISECOND);

    /** Greater than any before it, beyond 2^53 as WeCom's are. */
    public long number() {
        return (1L << 60) + last.incrementAndGet();
    }

    public String text(String prefix) {
        return prefix + Long.toString(number(), 36);
    }
}
