package com.wecomesb.sandbox;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The simulators' own time: the machine's, and what a test has turned it forward. No {@code Clock}, so that it is not
 * taken for the bus's.
 */
@Simulated
public class SandboxTime {

    private final AtomicLong ahead = new AtomicLong();

    public long millis() {
        return System.currentTimeMillis() + ahead.get();
    }

    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** WeCom counts in seconds. */
    public long seconds() {
        return millis() / 1000;
    }

    public void advance(Duration by) {
        ahead.addAndGet(by.toMillis());
    }

    /** For caches whose entries expire in this time. */
    public Ticker ticker() {
        return () -> millis() * 1_000_000;
    }
}
