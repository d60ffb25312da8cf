package com.wecomesb.sync;

import com.wecomesb.connector.change.RefusedRecord;
import com.wecomesb.sync.SyncJob.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a running job is, shared by the threads that read its lists. Thread-safe. */
final class Progress {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    /** So many different reasons why records are refused are told. */
    private static final int REASONS = 20;

    /** A crash reads again what came in this time; each writing costs a transaction. */
    private static final long WRITTEN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final SyncJobs jobs;
    private final long id;
    private final String instance;
    private final List<Part> parts;
    private final Map<String, Long> counts;
    private final Set<String> refusals = new HashSet<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long written = System.nanoTime() - WRITTEN_EVERY_NANOS;
    private boolean changed;
    private @Nullable String remark;

    Progress(SyncJobs jobs, SyncJob job, String instance) {
        this.jobs = jobs;
        this.id = job.id();
        this.instance = instance;
        this.parts = new ArrayList<>(job.parts());
        this.counts = new TreeMap<>(job.counts());
    }

    synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    synchronized void split(List<Part> into) {
        parts.clear();
        parts.addAll(into);
        write(null);
    }

    /** A page of a list was taken. */
    synchronized void read(int list, Part now, Map<String, Long> more) {
        parts.set(list, now);
        count(more);
        if (System.nanoTime() - written >= WRITTEN_EVERY_NANOS) {
            write();
        }
    }

    synchronized void count(Map<String, Long> more) {
        more.forEach((name, number) -> counts.merge(name, number, Long::sum));
        changed = true;
    }

    /** Records that are left out: of each reason the first is told, and the very first shown with the job. */
    synchronized void refused(List<RefusedRecord> records) {
        for (RefusedRecord record : records) {
            if (refusals.size() < REASONS && refusals.add(record.reason())) {
                log.atWarn()
                        .addKeyValue("job", id)
                        .addKeyValue("record", record.id())
                        .addKeyValue("reason", record.reason())
                        .log(
                                "a record is refused, the others go on without it; more with this reason are only counted");
                remark = remark == null ? "拒绝了记录,如 " + record.id() + ":" + record.reason() : remark;
            }
        }
    }

    /** What was left out, in words; null when nothing was. */
    synchronized @Nullable String remark() {
        return remark;
    }

    /** Writes what has not been written yet. */
    synchronized void write() {
        if (changed) {
            write(remark);
        }
    }

    /** It waits, and says why. */
    synchronized void waits(String reason) {
        write(reason);
    }

    private void write(@Nullable String reason) {
        written = System.nanoTime();
        changed = false;
        if (!jobs.progress(id, instance, parts, counts, reason)) {
            stop();
        }
    }

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits; true if the job was stopped meanwhile. */
    boolean pause(long millis) throws InterruptedException {
        return stopped.await(millis, TimeUnit.MILLISECONDS);
    }
}
