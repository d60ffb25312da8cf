package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads the lists of one job from where they are to their ends; the next page comes while this one is taken. */
final class ListReading {

    private static final String BEGINNING = "null";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A system that is away for longer than this is not waited for. */
    private static final int PAUSES = 20;

    private final SystemRecords records;
    private final SyncJob job;
    private final Progress progress;
    private final Executor calls;
    private final Clock clock;
    private final @Nullable BlockingBucket rate;

    ListReading(SystemRecords records, SyncJob job, Progress progress, Executor calls, Clock clock) {
        this.records = records;
        this.job = job;
        this.progress = progress;
        this.calls = calls;
        this.clock = clock;
        int perSecond = job.options().callsPerSecond();
        this.rate = perSecond == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(1).refillGreedy(1, Duration.ofNanos(1_000_000_000L / perSecond)))
                        .build()
                        .asBlocking();
    }

    /** Finds out into how many lists the whole can be split, once for a job. */
    void split() throws InterruptedException {
        if (!progress.parts().isEmpty()) {
            return;
        }
        Options options = job.options();
        SystemRecords.Part first = options.parts() > 1
                ? page(new Part(BEGINNING, false), options.parts())
                : new SystemRecords.Part(List.of(), List.of(), BEGINNING, true, List.of());
        progress.split(
                first.parts().isEmpty()
                        ? List.of(new Part(BEGINNING, false))
                        : first.parts().stream()
                                .map(start -> new Part(start, false))
                                .toList());
    }

    /** Reads one list to its end, unless the job is stopped. */
    void read(int list, SyncTask task) throws InterruptedException {
        Part part = progress.parts().get(list);
        if (part.done()) {
            return;
        }
        CompletableFuture<SystemRecords.Part> next = ahead(part);
        while (!progress.isStopped()) {
            SystemRecords.Part page = come(next);
            if (progress.isStopped()) {
                return;
            }
            if (page.more() && page.cursor().equals(part.cursor())) {
                throw new ConnectorFailed(Kind.PERMANENT, "说还有下一页,游标却没有前进");
            }
            part = new Part(page.cursor(), !page.more());
            next = page.more() ? ahead(part) : CompletableFuture.completedFuture(page);
            Map<String, Long> counts = new TreeMap<>(task.take(once(page.records()), job));
            counts.merge("records", (long) page.records().size(), Long::sum);
            counts.merge("calls", 1L, Long::sum);
            counts.merge("refused", (long) page.refused().size(), Long::sum);
            progress.read(list, part, counts);
            if (part.done()) {
                return;
            }
        }
    }

    private static List<FetchedRecord> once(List<FetchedRecord> records) {
        Map<String, FetchedRecord> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.id(), record));
        return List.copyOf(last.values());
    }

    private CompletableFuture<SystemRecords.Part> ahead(Part part) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return page(part, 1);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(interrupted);
                    }
                },
                calls);
    }

    private static SystemRecords.Part come(CompletableFuture<SystemRecords.Part> page) {
        try {
            return page.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ConnectorFailed known ? known : failed;
        }
    }

    /** One page; waits for a system that is away or throttles. */
    private SystemRecords.Part page(Part part, int parts) throws InterruptedException {
        for (int pauses = 0; ; pauses++) {
            try {
                if (rate != null) {
                    rate.consume(1);
                }
                return records.part(
                        job.system(), job.kind(), part.cursor(), job.options().pageSize(), parts);
            } catch (ConnectorFailed failed) {
                if (failed.kind() == Kind.PERMANENT || pauses == PAUSES || progress.isStopped()) {
                    throw failed;
                }
                progress.waits(failed.reason());
                if (progress.pause(pause(failed, pauses))) {
                    throw failed;
                }
            }
        }
    }

    private long pause(ConnectorFailed failed, int pauses) {
        Duration usual = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, 9));
        Instant now = clock.instant();
        Duration asked =
                failed.until().map(until -> Duration.between(now, until)).orElse(usual);
        Duration pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        return Math.max(10, pause.toMillis());
    }
}
