package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** First loads of a CRM some of whose records are not what the mapping expects. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedRecordsTest {

    private SimulatedCrm crm;
    private SyncContext context;

    @BeforeEach
    void open() throws IOException {
        crm = new SimulatedCrm(20, Duration.ofMillis(1), 10_000);
        context = new SyncContext(TestDatabase.H2.migrated(), crm.url(), 10_000);
        context.plan("sync: [{system: crm, conflicts: newest}]");
    }

    @AfterEach
    void close() {
        context.close();
        crm.close();
    }

    @Test
    void aRecordOfWhichTheMappingReadsNothingIsRefusedAndSaidWhy(CapturedOutput output) {
        // Given
        for (int number : new int[] {4, 5}) {
            crm.reshape(
                    number,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("NAME", "王芳")
                            .put("PHONE", "13900000004")
                            .put("MAIL", ""));
        }
        // When
        SyncJob job = load();
        // Then
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts()).containsEntry("created", 18L).containsEntry("refused", 2L);
        assertThat(job.reason())
                .contains("R4", "sim-to-contact", "from 一个都不在", "记录里有 NAME,PHONE")
                .doesNotContain("王芳", "139", "MAIL");
        assertThat(output).containsOnlyOnce("a record is refused").doesNotContain("王芳");
        assertThat(context.get(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM record_link", Integer.class))
                .isEqualTo(18);
    }

    @Test
    void aJobThatLeavesNothingOutHasNothingToSay() {
        // When
        SyncJob job = load();
        // Then
        assertThat(job.counts()).containsEntry("created", 20L).containsEntry("refused", 0L);
        assertThat(job.reason()).isNull();
    }

    private SyncJob load() {
        return context.ended(context.get(SyncJobs.class)
                .begin(Task.LOAD, "crm", "contact", new Options(50, 1, 0, false))
                .id());
    }
}
