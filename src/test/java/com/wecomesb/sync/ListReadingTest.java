package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two lists of one job, of which one fails while the other is at work. */
class ListReadingTest {

    private static final String ME = "this-instance";
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch bothAtWork = new CountDownLatch(2);
    private final CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
    private final AtomicInteger taken = new AtomicInteger();
    private SimulatedCrm crm;
    private SyncContext context;

    @BeforeEach
    void open() throws IOException {
        crm = new SimulatedCrm(500, Duration.ofMillis(1), 10_000);
        context = new SyncContext(TestDatabase.H2.migrated(), crm.url(), 10_000);
    }

    @AfterEach
    void close() {
        mayGoOn.complete(null);
        threads.shutdownNow();
        context.close();
        crm.close();
    }

    @Test
    void aJobEndsWhenTheLastOfItsListsHasStopped() {
        // Given
        SyncJob job = job();
        Progress progress = new Progress(context.get(SyncJobs.class), job, ME);
        ListReading lists = new ListReading(context.get(SystemRecords.class), job, progress, threads, context.clock());
        // When
        Future<?> reading = threads.submit(() -> {
            lists.readAll(new FirstListFails());
            return null;
        });
        await().until(progress::isStopped);
        // Then
        await().during(A_WHILE).until(() -> !reading.isDone());
        mayGoOn.complete(null);
        assertThatThrownBy(reading::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the first list is broken");
        progress.write();
        assertThat(taken).hasPositiveValue();
        assertThat(context.get(SyncJobs.class).find(job.id()).orElseThrow().counts())
                .containsEntry("records", (long) taken.get());
    }

    private final class FirstListFails implements SyncTask {

        @Override
        public Task task() {
            return Task.LOAD;
        }

        @Override
        public Map<String, Long> take(List<FetchedRecord> records, SyncJob job) {
            bothAtWork.countDown();
            if (Integer.parseInt(records.get(0).id().substring(1)) < 250) {
                await().until(() -> bothAtWork.getCount() == 0);
                throw new IllegalStateException("the first list is broken");
            }
            mayGoOn.join();
            taken.addAndGet(records.size());
            return Map.of();
        }

        @Override
        public Map<String, Long> finish(SyncJob job) {
            return Map.of();
        }
    }

    /** One that this instance works on. */
    private SyncJob job() {
        Options options = new Options(50, 2, 0, false);
        List<Part> parts = List.of(new Part("\"0-250\"", false), new Part("\"250-500\"", false));
        Instant now = context.clock().instant();
        context.get(JdbcTemplate.class)
                .update(
                        "INSERT INTO sync_job (id, task, system, kind, options, state, parts, counts, owner, lease_until,"
                                + " started_at, updated_at)"
                                + " VALUES (4711, 'LOAD', 'crm', 'contact', ?, 'RUNNING', ?, '{}', ?, ?, ?, ?)",
                        SyncJob.text(options),
                        SyncJob.text(parts),
                        ME,
                        now.plusSeconds(3600).atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC));
        return new SyncJob(4711, Task.LOAD, "crm", "contact", options, State.RUNNING, null, parts, Map.of(), now, now);
    }
}
