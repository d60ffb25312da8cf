package com.wecomesb.connector;

import com.wecomesb.connector.ConnectorFailed.Kind;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A circuit breaker and a bulkhead for each system by its name: a dead CRM costs the second CRM nothing. */
final class SystemGuards {

    private static final Logger log = LoggerFactory.getLogger(SystemGuards.class);
    private static final Set<Kind> FAULTS = Set.of(Kind.RETRY, Kind.UNKNOWN);

    /** A full bulkhead empties within a call's time; no reason to park for longer. */
    private static final Duration WHEN_FULL = Duration.ofSeconds(1);

    private final ConnectorSettings settings;
    private final Clock clock;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final Map<String, Instant> openUntil = new ConcurrentHashMap<>();

    SystemGuards(ConnectorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(Math.max(1, settings.window() / 2))
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .clock(clock)
                .build());
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrentCalls())
                .maxWaitDuration(Duration.ZERO)
                .build());
        breakers.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry().getEventPublisher().onStateTransition(this::turned));
    }

    /** Makes the call, or throws {@link ConnectorFailed} when the system is to be left alone. */
    <T> T guard(String system, Supplier<T> call) {
        CircuitBreaker breaker = breaker(system);
        Bulkhead bulkhead = bulkheads.bulkhead(system);
        if (!bulkhead.tryAcquirePermission()) {
            throw new ConnectorFailed(
                    Kind.THROTTLED, "系统 " + system + " 的并发已满", clock.instant().plus(WHEN_FULL));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                Instant until = openUntil.getOrDefault(system, clock.instant());
                throw new ConnectorFailed(Kind.OPEN, "系统 " + system + " 最近失败太多,暂停调用", until);
            }
            return measured(breaker, call);
        } finally {
            bulkhead.onComplete();
        }
    }

    private static <T> T measured(CircuitBreaker breaker, Supplier<T> call) {
        long start = breaker.getCurrentTimestamp();
        try {
            T result = call.get();
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return result;
        } catch (ConnectorFailed failed) {
            if (FAULTS.contains(failed.kind())) {
                breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failed);
            } else {
                // It answered: a refused document or a throttle says nothing against its health.
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
            throw failed;
        } catch (RuntimeException unexpected) {
            breaker.releasePermission();
            throw unexpected;
        }
    }

    private CircuitBreaker breaker(String system) {
        return breakers.find(system).orElseGet(() -> breakers.circuitBreaker(system));
    }

    private void turned(CircuitBreakerOnStateTransitionEvent event) {
        String system = event.getCircuitBreakerName();
        switch (event.getStateTransition()) {
            case CLOSED_TO_OPEN -> {
                openUntil.put(system, clock.instant().plus(settings.openFor()));
                log.atWarn()
                        .addKeyValue("system", system)
                        .addKeyValue("tried-again-every", settings.openFor())
                        .log(
                                "a system fails too often and is left alone for a while; its actions wait, nothing else does");
            }
            case HALF_OPEN_TO_OPEN -> openUntil.put(system, clock.instant().plus(settings.openFor()));
            case HALF_OPEN_TO_CLOSED ->
                log.atInfo().addKeyValue("system", system).log("a system that was left alone answers again");
            default -> {
                // It is tried.
            }
        }
    }

    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN} of each system that was called. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        breakers.getAllCircuitBreakers()
                .forEach(breaker ->
                        states.put(breaker.getName(), breaker.getState().name()));
        return states;
    }
}
