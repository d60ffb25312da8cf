package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.sync.SyncJob.Part;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The calls for one job's pages, not faster than it may; waits for a system that is away or throttles. Thread-safe. */
final class PageCalls {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A system that is away for longer than this is not waited for. */
    private static final int PAUSES = 20;

    private final SystemRecords records;
    private final SyncJob job;
    private final Progress progress;
    private final Clock clock;
    private final @Nullable BlockingBucket rate;

    PageCalls(SystemRecords records, SyncJob job, Progress progress, Clock clock) {
        this.records = records;
        this.job = job;
        this.progress = progress;
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

    /**
     * The page behind a cursor.
     *
     * @throws ConnectorFailed when the system refuses, is away for too long, or the job is stopped
     */
    SystemRecords.Part next(Part part, int parts) throws InterruptedException {
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
