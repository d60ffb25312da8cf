package com.wecomesb.wecom.api;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What one instance may use of a published limit. A token bucket lets its whole burst and the refill of a window pass
 * within one window, so burst and refill together are the limit: whatever window WeCom counts in, it is kept.
 */
final class Allowance {

    /**
     * A published limit.
     *
     * @param most how much in any window
     * @param burstShare which part of it may go at once, as one n-th; the rest trickles
     */
    record Limit(long most, Duration window, int burstShare) {}

    private final List<Limit> limits;
    private final Bucket bucket;
    private int instances;

    Allowance(List<Limit> limits, int instances, Clock clock) {
        this.limits = limits;
        this.instances = instances;
        var builder = Bucket.builder().withCustomTimePrecision(new ClockMeter(clock));
        for (Bandwidth band : configuration(limits, instances).getBandwidths()) {
            builder.addLimit(band);
        }
        this.bucket = builder.build();
    }

    /** Takes one; answers zero, or how long it will be until there is one. */
    synchronized Duration take(int liveInstances) {
        if (liveInstances != instances) {
            instances = liveInstances;
            bucket.replaceConfiguration(configuration(limits, instances), TokensInheritanceStrategy.PROPORTIONALLY);
        }
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    void giveBack() {
        bucket.addTokens(1);
    }

    private static BucketConfiguration configuration(List<Limit> limits, int instances) {
        var builder = BucketConfiguration.builder();
        for (Limit limit : limits) {
            long share = Math.max(2, limit.most() / instances);
            long burst = Math.max(1, share / limit.burstShare());
            builder.addLimit(band -> band.capacity(burst).refillGreedy(share - burst, limit.window()));
        }
        return builder.build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
