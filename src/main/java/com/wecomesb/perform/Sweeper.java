package com.wecomesb.perform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks regularly through what waits: ends delays, expires what is too late, takes back claims whose lease has ended, publishes
 * again what is due, was never published or got lost, and publishes outcomes that a crash kept back. Every instance
 * runs one; rows that another instance works on are passed over.
 */
@Component
class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

    private final Waiting waiting;
    private final Delays delays;
    private final Outcomes outcomes;
    private final Gates gates;
    private final Instances instances;
    private final PerformSettings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;
    private Instant nextHousekeeping = Instant.EPOCH;

    Sweeper(
            Waiting waiting,
            Delays delays,
            Outcomes outcomes,
            Gates gates,
            Instances instances,
            PerformSettings settings,
            Clock clock) {
        this.waiting = waiting;
        this.delays = delays;
        this.outcomes = outcomes;
        this.gates = gates;
        this.instances = instances;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        waiting.takeBackFromDeadProcess();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread sweeper = new Thread(task, "esb-sweeper");
            sweeper.setDaemon(true);
            return sweeper;
        });
        long pause = settings.sweepEvery().toMillis();
        started.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
        thread = started;
    }

    void sweep() {
        try {
            boolean lifted = gates.refresh();
            Instant now = clock.instant();
            waiting.beat();
            instances.look();
            waiting.expire(now).forEach(outcomes::publish);
            waiting.takeBackLostClaims(now);
            delays.end(now).forEach(outcomes::publish);
            waiting.publishDue(now, gates.closedScopes(), lifted);
            outcomes.publishForgotten(now.minus(settings.publishGrace()));
            waiting.measure(now);
            if (now.isAfter(nextHousekeeping)) {
                nextHousekeeping = now.plus(HOUSEKEEPING);
                waiting.forgetSeen(now);
            }
        } catch (RuntimeException exception) {
            log.atWarn()
                    .addKeyValue("cause", exception.getClass().getName())
                    .log("sweep failed, the next one tries again");
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** After Camel's routes are there, stopped before them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 50;
    }
}
