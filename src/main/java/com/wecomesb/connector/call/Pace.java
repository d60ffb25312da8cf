package com.wecomesb.connector.call;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.description.ConnectorDescription.Limits;
import com.wecomesb.connector.http.HttpAnswer;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast one system is called: not faster than its connector's limits, and not at all while it has asked for silence. A call
 * waits for its turn shortly; who would have to wait for longer is told until when. Thread-safe.
 */
final class Pace {

    /** A turn that comes within this time is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How much of a second's calls may start at once. */
    private static final int BURSTS = 10;

    private final String system;
    private final Limits limits;
    private final Clock clock;
    private final @Nullable Semaphore places;
    private final @Nullable Bucket turns;
    private volatile Instant silentUntil = Instant.MIN;

    Pace(String system, Limits limits, Clock clock) {
        this.system = system;
        this.limits = limits;
        this.clock = clock;
        this.places = limits.concurrent() == 0 ? null : new Semaphore(limits.concurrent(), true);
        this.turns = limits.perSecond() == 0 ? null : bucket(limits.perSecond());
    }

    private static Bucket bucket(double perSecond) {
        long capacity = Math.max(1, (long) (perSecond / BURSTS));
        Duration refill = Duration.ofNanos((long) (capacity / perSecond * 1e9));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .build();
    }

    boolean isOf(Limits others) {
        return limits.equals(others);
    }

    /** Returns when the call may be made, which ends with {@link #end}; throws {@link ConnectorFailed} when it may not. */
    void begin() {
        Instant now = clock.instant();
        Instant until = silentUntil;
        if (now.isBefore(until)) {
            throw new ConnectorFailed(Kind.THROTTLED, "系统 " + system + " 要求稍后再来", until);
        }
        try {
            awaitTurn(now);
            if (places != null && !places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ConnectorFailed(Kind.THROTTLED, "系统 " + system + " 的并发已满", now.plus(PATIENCE));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailed(Kind.RETRY, "等待轮到时被中断");
        }
    }

    private void awaitTurn(Instant now) throws InterruptedException {
        if (turns != null && !turns.asBlocking().tryConsume(1, PATIENCE)) {
            long nanos = turns.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            throw new ConnectorFailed(
                    Kind.THROTTLED,
                    "系统 " + system + " 的请求已到每秒上限",
                    now.plusNanos(nanos).plus(PATIENCE));
        }
    }

    void end() {
        if (places != null) {
            places.release();
        }
    }

    /** Takes from an answer how many calls are left, where the system says it. */
    void saw(HttpAnswer answer) {
        Optional<String> left = header(answer, limits.remaining());
        Optional<String> reset = header(answer, limits.reset());
        if (left.isPresent() && reset.isPresent() && left.get().matches("0+(\\.0+)?|-[0-9]+")) {
            silentUntil(Failures.until(reset.get(), clock.instant()));
        }
    }

    private static Optional<String> header(HttpAnswer answer, String name) {
        return Optional.ofNullable(name.isEmpty() ? null : answer.header(name)).map(String::strip);
    }

    /** Nobody is to call before then. */
    void silentUntil(Instant until) {
        silentUntil = until;
    }
}
