package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job of a process that was killed a moment ago, in a database that nobody else can have. */
class LeftJobsOnH2Test {

    private static final String DEAD = "sync-dead";
    private static final String ME = "sync-me";

    private final DataSource database = TestDatabase.H2.migrated();
    private final SyncJobs jobs = new SyncJobs(new JdbcTemplate(database), event -> {}, Clock.systemUTC());

    @Test
    void goesOnAtOnceWhereItWas() throws IOException {
        // Given
        try (SimulatedCrm crm = new SimulatedCrm(500, Duration.ofMillis(1), 10_000)) {
            SyncJob left = left();
            jobs.progress(left.id(), DEAD, List.of(new Part("\"450-500\"", false)), Map.of("records", 450L), null);
            // When
            try (SyncContext next = new SyncContext(database, crm.url(), 10_000)) {
                next.plan("sync: [{system: crm, conflicts: newest}]");
                SyncJob job = next.ended(left.id());
                // Then
                assertThat(job.state()).isEqualTo(State.DONE);
                assertThat(job.counts()).containsEntry("records", 500L);
            }
        }
    }

    @Test
    void whatThisInstanceHasStaysItsOwn() {
        // Given
        left();
        // When
        jobs.takeBackFromDeadProcess(DEAD);
        // Then
        assertThat(jobs.claim(ME)).isEmpty();
    }

    private SyncJob left() {
        SyncJob job = jobs.begin(Task.LOAD, "crm", "contact", new Options(50, 1, 0, false));
        assertThat(jobs.claim(DEAD)).isPresent();
        return job;
    }
}
