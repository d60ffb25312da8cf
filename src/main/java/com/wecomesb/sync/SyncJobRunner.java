package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.identity.CertainMerges;
import com.wecomesb.sync.SyncJob.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Works on first loads and comparisons, and merges contacts that are certainly one. Each instance looks for work. */
@Component
class SyncJobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SyncJobRunner.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final SyncJobs jobs;
    private final Map<SyncJob.Task, SyncTask> tasks;
    private final SystemRecords records;
    private final Differences differences;
    private final CertainMerges merges;
    private final Clock clock;
    private final String instance = "sync-" + UUID.randomUUID();
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private @Nullable ScheduledExecutorService ticks;
    private @Nullable ExecutorService work;

    SyncJobRunner(
            SyncJobs jobs,
            List<SyncTask> tasks,
            SystemRecords records,
            Differences differences,
            CertainMerges merges,
            Clock clock) {
        this.jobs = jobs;
        this.tasks = tasks.stream().collect(Collectors.toMap(SyncTask::task, Function.identity()));
        this.records = records;
        this.differences = differences;
        this.merges = merges;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        closing = false;
        jobs.takeBackFromDeadProcess(instance);
        work = Executors.newCachedThreadPool(task -> thread(task, "esb-sync-job"));
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "esb-sync"));
        started.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        ticks = started;
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Who begins one here does not wait for the next look. */
    @EventListener(SyncJobs.Begun.class)
    synchronized void begun() {
        if (ticks != null) {
            ticks.execute(this::look);
        }
    }

    private void look() {
        try {
            merges.run();
            Optional<SyncJob> claimed = jobs.claim(instance);
            ExecutorService threads = work;
            if (claimed.isPresent() && threads != null) {
                threads.execute(() -> run(claimed.get(), threads));
            }
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("cause", failure.getClass().getName())
                    .log("looking for sync jobs failed, the next look tries again");
        }
    }

    /** To its end, unless it is stopped; what it has read stays read. */
    void run(SyncJob job, ExecutorService threads) {
        Progress progress = new Progress(jobs, job, instance);
        running.put(job.id(), progress);
        try {
            SyncTask task = new RecordByRecord(
                    Optional.ofNullable(tasks.get(job.task())).orElseThrow(), differences);
            ListReading reading = new ListReading(records, job, progress, threads, clock);
            reading.split();
            try {
                reading.readAll(task);
            } finally {
                progress.write();
            }
            if (!progress.isStopped()) {
                progress.count(task.finish(job));
                progress.write();
                jobs.end(job.id(), instance, State.DONE, progress.remark());
                log.atInfo()
                        .addKeyValue("job", job.id())
                        .addKeyValue("system", job.system())
                        .log("sync job done");
            }
        } catch (ConnectorFailed failed) {
            end(job, failed.reason());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // A database that refuses a row may say what is in it.
            log.atError()
                    .addKeyValue("job", job.id())
                    .setCause(failure instanceof DataIntegrityViolationException ? null : failure)
                    .log("sync job failed");
            end(job, "处理出错:" + failure.getClass().getSimpleName());
        } finally {
            running.remove(job.id());
            jobs.release(job.id(), instance);
        }
    }

    /** Ends nothing that somebody stopped or has taken over, and nothing that only this process leaves. */
    private void end(SyncJob job, String reason) {
        if (closing) {
            return;
        }
        jobs.end(job.id(), instance, State.FAILED, reason);
        log.atWarn().addKeyValue("job", job.id()).addKeyValue("reason", reason).log("sync job failed");
    }

    @Override
    public synchronized void stop() {
        closing = true;
        if (ticks != null) {
            ticks.shutdown();
            ticks = null;
        }
        running.values().forEach(Progress::stop);
        if (work != null) {
            work.shutdown();
            work = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticks != null;
    }

    /** After Camel's routes are there, stopped before them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 40;
    }
}
