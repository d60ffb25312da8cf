package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Task;
import com.wecomesb.time.MutableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job of another instance, in a database that several have. */
class LeftJobsOnPostgresIT {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final SyncJobs jobs =
            new SyncJobs(new JdbcTemplate(TestDatabase.POSTGRESQL.migrated()), event -> {}, clock);

    @Test
    void isLeftToItUntilItsLeaseHasEnded() {
        // Given
        jobs.begin(Task.LOAD, "crm", "contact", new Options(50, 1, 0, false));
        jobs.claim("sync-other");
        // When
        jobs.takeBackFromDeadProcess("sync-me");
        boolean atOnce = jobs.claim("sync-me").isPresent();
        clock.advance(SyncJobs.LEASE.plusSeconds(1));
        boolean later = jobs.claim("sync-me").isPresent();
        // Then
        assertThat(atOnce).isFalse();
        assertThat(later).isTrue();
    }
}
