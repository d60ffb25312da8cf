package com.wecomesb.bus.inbox;

import com.wecomesb.bus.BusPhases;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.bus.claim.ClaimChecks;
import com.wecomesb.bus.kafka.CloudEvents;
import com.wecomesb.bus.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The topics of events and hints with the inbox behind them, and the threads that keep them going. */
@Component
class DurableLog implements EventLog, Hints, SmartLifecycle {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration MOVE = Duration.ofMillis(300);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration MEASURE = Duration.ofSeconds(5);

    private final Intake intake;
    private final InboxWriter writer;
    private final InboxMover mover;
    private final InboxTable table;
    private final InboxGauges gauges;
    private final EventProducer producer;
    private final ClaimChecks claims;
    private final Topics topics;
    private final Clock clock;
    private @Nullable ScheduledExecutorService threads;

    DurableLog(
            Intake intake,
            InboxWriter writer,
            InboxMover mover,
            InboxTable table,
            InboxGauges gauges,
            EventProducer producer,
            ClaimChecks claims,
            Topics topics,
            Clock clock) {
        this.intake = intake;
        this.writer = writer;
        this.mover = mover;
        this.table = table;
        this.gauges = gauges;
        this.producer = producer;
        this.claims = claims;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> append(Event event) {
        try {
            return intake.append(written(event));
        } catch (DataAccessException exception) {
            return CompletableFuture.failedFuture(
                    new NotAppended("the database does not take what is too large for Kafka", exception));
        } catch (RuntimeException exception) {
            return CompletableFuture.failedFuture(new NotAppended("the event is no CloudEvent", exception));
        }
    }

    private ProducerRecord<String, byte[]> written(Event event) {
        return claims.needs(event)
                ? CloudEvents.writeReferring(event, claims.keep(event), topics.events(), clock.instant())
                : CloudEvents.write(event, topics.events(), clock.instant());
    }

    @Override
    public CompletableFuture<Void> append(Hint hint) {
        return intake.append(new ProducerRecord<>(
                topics.hints(),
                null,
                hint.at().toEpochMilli(),
                hint.key(),
                hint.json().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized void start() {
        producer.open();
        intake.open();
        table.prepare();
        ScheduledExecutorService started = new ScheduledThreadPoolExecutor(4, task -> new Thread(task, "esb-log"));
        new RepeatedWork("watch-appends", intake::tick, TICK, started).start();
        new RepeatedWork("write-inbox", writer::write, Duration.ofMillis(1), started).start();
        new RepeatedWork("move-inbox", mover::move, MOVE, started).start();
        new RepeatedWork("measure-inbox", gauges::measure, MEASURE, started).start();
        new RepeatedWork("forget-claim-checks", claims::forget, FORGET, started).start();
        threads = started;
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            intake.close();
            threads.shutdownNow();
            producer.close();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    @Override
    public int getPhase() {
        return BusPhases.LOG;
    }
}
