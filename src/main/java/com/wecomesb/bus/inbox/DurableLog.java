package com.wecomesb.bus.inbox;

import com.wecomesb.bus.BusPhases;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.kafka.CloudEvents;
import com.wecomesb.bus.kafka.TopicSetup;
import com.wecomesb.bus.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The topics of events and hints with the inbox behind them, and the threads that keep them going. */
@Component
class DurableLog implements EventLog, Hints, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DurableLog.class);
    private static final long TICK_MILLIS = 100;
    private static final long MOVE_MILLIS = 300;
    private static final long MEASURE_MILLIS = 5_000;

    private final Intake intake;
    private final InboxWriter writer;
    private final InboxMover mover;
    private final InboxTable table;
    private final InboxGauges gauges;
    private final EventProducer producer;
    private final TopicSetup setup;
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
            TopicSetup setup,
            Topics topics,
            Clock clock) {
        this.intake = intake;
        this.writer = writer;
        this.mover = mover;
        this.table = table;
        this.gauges = gauges;
        this.producer = producer;
        this.setup = setup;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> append(Event event) {
        try {
            return intake.append(CloudEvents.write(event, topics.events(), clock.instant()));
        } catch (IllegalArgumentException exception) {
            return CompletableFuture.failedFuture(exception);
        }
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
        if (setup.isReady()) {
            // Where nothing waits, the first callback already goes straight to Kafka.
            quietly(mover::move);
        }
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(4, task -> new Thread(task, "esb-log"));
        repeat(started, intake::tick, TICK_MILLIS);
        repeat(started, writer::write, 1);
        repeat(started, mover::move, MOVE_MILLIS);
        repeat(started, gauges::measure, MEASURE_MILLIS);
        threads = started;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void repeat(ScheduledExecutorService threads, Work work, long pauseMillis) {
        threads.scheduleWithFixedDelay(() -> quietly(work), pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    /** The next call tries again. */
    private static void quietly(Work work) {
        try {
            work.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException exception) {
            log.atWarn().addKeyValue("cause", exception.getClass().getName()).log("the inbox cannot be worked on now");
        }
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
