package com.wecomesb.connector.change;

import com.wecomesb.database.Product;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks regularly for records that are due and has them fetched, as many at once as {@code esb.change.concurrency} says. */
@Component
class RecordSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecordSweeper.class);

    private static final int SWEEPS_BETWEEN_MEASURES = 25;

    private final HintedRecords hinted;
    private final RecordFetches fetches;
    private final ChangeMeters meters;
    private final ChangeSettings settings;
    private final JdbcTemplate jdbc;
    private final Semaphore free;
    private int sweeps;
    private @Nullable ScheduledExecutorService clockwork;
    private @Nullable ExecutorService threads;

    RecordSweeper(
            HintedRecords hinted,
            RecordFetches fetches,
            ChangeMeters meters,
            ChangeSettings settings,
            JdbcTemplate jdbc) {
        this.hinted = hinted;
        this.fetches = fetches;
        this.meters = meters;
        this.settings = settings;
        this.jdbc = jdbc;
        this.free = new Semaphore(settings.concurrency());
    }

    @Override
    public synchronized void start() {
        if (Product.isOnlyOurs(jdbc)) {
            hinted.releaseAll();
        }
        threads = Executors.newCachedThreadPool(task -> daemon(task, "esb-fetch"));
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "esb-due"));
        long pause = settings.sweepEvery().toMillis();
        started.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
        clockwork = started;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Claims no more than can be fetched at once: what is claimed and waits here waits for everybody. */
    void sweep() {
        try {
            int room = free.drainPermits();
            int claimed = 0;
            try {
                List<HintedRecords.Claimed> due = room == 0 ? List.of() : hinted.claim(room);
                for (HintedRecords.Claimed one : due) {
                    claimed++;
                    fetch(one);
                }
            } finally {
                free.release(room - claimed);
            }
            if (++sweeps % SWEEPS_BETWEEN_MEASURES == 0) {
                meters.waiting(hinted.waiting());
            }
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("cause", failure.getClass().getName())
                    .log("could not look for records to fetch, the next time tries again");
        }
    }

    private void fetch(HintedRecords.Claimed due) {
        ExecutorService pool = threads;
        if (pool == null) {
            free.release();
            return;
        }
        pool.execute(() -> {
            try {
                fetches.follow(due);
            } catch (RuntimeException failure) {
                log.atWarn()
                        .addKeyValue("cause", failure.getClass().getName())
                        .log("what came of a fetch could not be written; it is repeated when its lease ends");
            } finally {
                free.release();
            }
        });
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null && threads != null) {
            clockwork.shutdownNow();
            threads.shutdown();
            try {
                if (!threads.awaitTermination(15, TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            clockwork = null;
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** After Camel's routes are there, stopped before them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 40;
    }
}
