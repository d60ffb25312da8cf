package com.wecomesb.sandbox.wecom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** WeCom's own check for repeated application messages: identical requests within an interval (W90236). */
@Simulated
class DuplicateCheck {

    static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1800);
    static final Duration LONGEST_INTERVAL = Duration.ofSeconds(14400);

    private final SandboxTime time;
    private final Cache<ByteBuffer, Long> lastDelivered;

    DuplicateCheck(SandboxTime time) {
        this.time = time;
        this.lastDelivered = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterWrite(LONGEST_INTERVAL)
                .build();
    }

    /** Whether the same request was delivered within the interval; if not, it counts as delivered now. */
    boolean isRepeated(byte[] request, Duration interval) {
        long now = time.millis();
        boolean[] repeated = new boolean[1];
        lastDelivered.asMap().compute(digest(request), (key, last) -> {
            repeated[0] = last != null && now - last < interval.toMillis();
            return repeated[0] && last != null ? last : now;
        });
        return repeated[0];
    }

    private static ByteBuffer digest(byte[] request) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void reset() {
        lastDelivered.invalidateAll();
    }
}
