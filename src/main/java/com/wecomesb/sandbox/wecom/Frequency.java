package com.wecomesb.sandbox.wecom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.SandboxTime;
import java.time.Duration;

/**
 * Counts calls by key against a limit for the minute and one for the hour. Thread-safe; a key that rests for two hours
 * is forgotten.
 */
public final class Frequency {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final int perMinute;
    private final int perHour;
    private final boolean blocks;
    private final SandboxTime time;
    private final Cache<String, Window> windows;

    /**
     * A limit of 0 is none.
     *
     * @param blocks whether who exceeds a limit is shut out for as long as its window is: 60 s, 60 min (W90312)
     */
    public Frequency(int perMinute, int perHour, boolean blocks, SandboxTime time) {
        this.perMinute = perMinute;
        this.perHour = perHour;
        this.blocks = blocks;
        this.time = time;
        this.windows = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }

    /** Counts one; false when it is too many. */
    public boolean admits(String key) {
        return windows.get(key, k -> new Window()).admits(time.millis());
    }

    /** Whether the key is shut out at the moment; counts nothing. */
    boolean isBlocked(String key) {
        Window window = windows.getIfPresent(key);
        return window != null && window.isBlocked(time.millis());
    }

    void reset() {
        windows.invalidateAll();
    }

    private final class Window {

        private long minuteStart;
        private long hourStart;
        private int inMinute;
        private int inHour;
        private long blockedUntil;

        synchronized boolean isBlocked(long now) {
            return now < blockedUntil;
        }

        synchronized boolean admits(long now) {
            if (now < blockedUntil) {
                return false;
            }
            if (now - minuteStart >= MINUTE) {
                minuteStart = now;
                inMinute = 0;
            }
            if (now - hourStart >= HOUR) {
                hourStart = now;
                inHour = 0;
            }
            boolean overHour = perHour > 0 && inHour >= perHour;
            boolean overMinute = perMinute > 0 && inMinute >= perMinute;
            if (overHour || overMinute) {
                blockedUntil = blocks ? now + (overHour ? HOUR : MINUTE) : 0;
                return false;
            }
            inMinute++;
            inHour++;
            return true;
        }
    }
}
