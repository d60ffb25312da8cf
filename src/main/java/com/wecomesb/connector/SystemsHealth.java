package com.wecomesb.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Shows for each system whether it knows us and what its circuit breaker does. A question never waits for a system: it is
 * answered with what was found last, and the systems are asked anew behind it when that is too long ago. The status stays UP: a
 * system that is away stops its own actions only.
 */
public final class SystemsHealth implements HealthIndicator, AutoCloseable {

    private final ConnectorCalls calls;
    private final Duration every;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "system-checks");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Found found = new Found(Instant.MIN, List.of());

    private record Found(Instant at, List<SystemCheck> checks) {}

    public SystemsHealth(ConnectorCalls calls, Duration every, Clock clock) {
        this.calls = calls;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Found last = found;
        if (isOld(last) && asking.compareAndSet(false, true)) {
            background.execute(this::ask);
        }
        Map<String, String> breakers = calls.breakerStates();
        Map<String, Object> details = new TreeMap<>();
        calls.systems()
                .all()
                .forEach(system ->
                        details.put(system.name(), Map.of("breaker", breakers.getOrDefault(system.name(), "CLOSED"))));
        last.checks()
                .forEach(check -> details.put(
                        check.system(),
                        Map.of(
                                "breaker", breakers.getOrDefault(check.system(), "CLOSED"),
                                "check", check.outcome(),
                                "reason", check.reason(),
                                "checkedAt", last.at())));
        return Health.up().withDetails(details).build();
    }

    private boolean isOld(Found last) {
        return last.checks().isEmpty() || !clock.instant().isBefore(last.at().plus(every));
    }

    private void ask() {
        try {
            Instant at = clock.instant();
            found = new Found(
                    at,
                    calls.systems().all().stream()
                            .map(system -> calls.check(system.name()))
                            .toList());
        } finally {
            asking.set(false);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
