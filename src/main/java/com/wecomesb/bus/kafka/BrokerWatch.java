package com.wecomesb.bus.kafka;

import com.wecomesb.bus.BusPhases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks Kafka every few seconds whether it is there; clients themselves wait for it in silence. */
@Component
public class BrokerWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long EVERY_SECONDS = 3;
    private static final long PATIENCE_SECONDS = 2;

    private final KafkaClients clients;
    private final Clock clock;
    private volatile @Nullable Instant unreachableSince;
    private @Nullable Admin admin;
    private @Nullable ScheduledExecutorService thread;

    BrokerWatch(KafkaClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Since when Kafka has not answered; empty while it does. */
    public Optional<Instant> unreachableSince() {
        return Optional.ofNullable(unreachableSince);
    }

    @Override
    public synchronized void start() {
        Admin asking = clients.admin();
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "esb-broker-watch"));
        started.scheduleWithFixedDelay(() -> look(asking), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        admin = asking;
        thread = started;
    }

    private void look(Admin asking) {
        try {
            asking.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (unreachableSince != null) {
                unreachableSince = null;
                log.info("Kafka answers again");
            }
        } catch (ExecutionException | TimeoutException | KafkaException exception) {
            if (unreachableSince == null) {
                unreachableSince = clock.instant();
                log.atWarn()
                        .addKeyValue("cause", exception.getClass().getSimpleName())
                        .log("Kafka does not answer");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null && admin != null) {
            thread.shutdownNow();
            admin.close(Duration.ZERO);
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return BusPhases.LOG;
    }
}
