package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.IdentityReport;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** First loads, comparisons and writes against a CRM that answers over HTTP. */
class SyncJobsTest {

    private static final String PLAN = "sync: [{system: crm, conflicts: newest}]";
    private static final Options QUICK = new Options(50, 3, 0, false);
    private static final Options ONE_LIST = new Options(50, 1, 0, false);
    private static final Options REPAIR = new Options(50, 1, 0, true);

    private final DataSource database = TestDatabase.H2.migrated();
    private SimulatedCrm crm;
    private SyncContext context;

    @BeforeEach
    void open() throws IOException {
        crm = new SimulatedCrm(500, Duration.ofMillis(1), 10_000);
        context = bus();
    }

    private SyncContext bus() {
        SyncContext started = new SyncContext(database, crm.url(), 10_000);
        started.plan(PLAN);
        return started;
    }

    @AfterEach
    void close() {
        context.close();
        crm.close();
    }

    @Test
    void importsEveryContactOnce() {
        // Given
        context.met("c1", "wm1");
        context.set("c1", "phones", json("['13900000007']"));
        // When
        SyncJob job = load();
        SyncJob again = load();
        // Then
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts())
                .containsEntry("records", 500L)
                .containsEntry("created", 499L)
                .containsEntry("matched", 1L);
        assertThat(again.counts()).containsEntry("known", 500L);
        assertThat(context.contact("c1").name()).isEqualTo("客户7");
        assertThat(count("SELECT COUNT(*) FROM contact")).isEqualTo(500);
        assertThat(context.get(IdentityReport.class).read().systems())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.matched()).isEqualTo(1);
                    assertThat(line.created()).isEqualTo(499);
                    assertThat(line.lost()).isZero();
                });
    }

    @Test
    void goesOnWhereAKilledProcessLeftIt() {
        // Given
        int before = crm.calls();
        var expired = context.clock().instant().minusSeconds(1).atOffset(ZoneOffset.UTC);
        context.get(JdbcTemplate.class)
                .update(
                        "INSERT INTO sync_job (task, system, kind, options, state, parts, counts, owner, lease_until,"
                                + " started_at, updated_at)"
                                + " VALUES ('LOAD', 'crm', 'contact', ?, 'RUNNING', ?, '{\"records\":450}', 'dead', ?, ?, ?)",
                        SyncJob.text(QUICK),
                        "[{\"cursor\":\"\\\"0-400\\\"\",\"done\":true},{\"cursor\":\"\\\"450-500\\\"\",\"done\":false}]",
                        expired,
                        expired,
                        expired);
        // When
        SyncJob job = context.ended(
                context.get(SyncJobs.class).below(Long.MAX_VALUE, 1).get(0).id());
        // Then
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts()).containsEntry("records", 500L);
        assertThat(crm.calls() - before).isEqualTo(1);
    }

    @Test
    void whatWasTakenBeforeACrashAndComesAgainIsNeitherLostNorDoubled() {
        // Given
        SyncJob taken = load();
        context.get(JdbcTemplate.class)
                .update(
                        "UPDATE sync_job SET state = 'RUNNING', parts = ?, counts = '{}' WHERE id = ?",
                        "[{\"cursor\":\"\\\"300-500\\\"\",\"done\":false}]",
                        taken.id());
        // When
        SyncJob job = context.ended(taken.id());
        // Then
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts()).containsEntry("records", 200L).containsEntry("known", 200L);
        assertThat(count("SELECT COUNT(*) FROM contact")).isEqualTo(500);
        assertThat(count("SELECT COUNT(*) FROM record_link")).isEqualTo(500);
        assertThat(count("SELECT COUNT(*) FROM contact_identity")).isEqualTo(1000);
        assertThat(count("SELECT COUNT(*) FROM sync_conflict")).isZero();
    }

    @Test
    void aRecordThatCannotBeTakenDoesNotStopTheOthers() {
        // Given
        refuse("name <> '客户123' AND name <> '客户124'");
        // When
        SyncJob job = load();
        // Then
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts())
                .containsEntry("records", 500L)
                .containsEntry("created", 498L)
                .containsEntry("failed", 2L);
        assertThat(count("SELECT COUNT(*) FROM contact")).isEqualTo(498);
        assertThat(context.get(Differences.class).above(job.id(), 0, 10))
                .extracting(Differences.Found::what, Differences.Found::theirs)
                .containsExactly(tuple("failed", "R123"), tuple("failed", "R124"));
    }

    @Test
    void whatHoldsForEveryRecordStopsTheJobUntilItIsMended() {
        // Given
        refuse("name NOT LIKE '客户%'");
        // When
        SyncJob job = load(ONE_LIST);
        context.get(JdbcTemplate.class).execute("ALTER TABLE contact DROP CONSTRAINT refused");
        SyncJob again = load(ONE_LIST);
        // Then
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.counts()).doesNotContainKey("records");
        assertThat(again.id()).isEqualTo(job.id());
        assertThat(again.state()).isEqualTo(State.DONE);
        assertThat(again.counts()).containsEntry("created", 500L).doesNotContainKey("failed");
    }

    private void refuse(String unless) {
        context.get(JdbcTemplate.class).execute("ALTER TABLE contact ADD CONSTRAINT refused CHECK (" + unless + ")");
    }

    @Test
    void findsAndMendsWhatDiffers() {
        // Given
        load();
        crm.change(3, "company", "新公司", "2026-11-20T00:00:00Z");
        String nine = context.links().ours("crm", "contact", "R9").orElseThrow();
        context.set(nine, "stage", TextNode.valueOf("我们改的"));
        context.published().clear();
        // When
        SyncJob found = reconcile(new Options(50, 1, 0, false));
        SyncJob mended = reconcile(REPAIR);
        SyncJob after = reconcile(new Options(50, 1, 0, false));
        // Then
        assertThat(found.counts()).containsEntry("differs", 2L);
        assertThat(context.get(Differences.class).above(found.id(), 0, 10))
                .extracting(Differences.Found::theirs)
                .containsExactly("R3", "R9");
        assertThat(mended.counts()).containsEntry("repaired", 2L);
        String three = context.links().ours("crm", "contact", "R3").orElseThrow();
        assertThat(context.contact(three).attributes().path("company").asText()).isEqualTo("新公司");
        assertThat(after.counts()).containsEntry("differs", 1L);
    }

    @Test
    void aWriteLooksFirstAndSendsOnlyWhatChanged() {
        // Given
        load();
        String ours = context.links().ours("crm", "contact", "R9").orElseThrow();
        crm.change(9, "company", "对方改的", "2026-11-20T00:00:00Z");
        context.set(ours, "stage", TextNode.valueOf("vip9"));
        SystemWrites writes = context.get(SystemWrites.class);
        // When
        writes.call("crm", "contact-upsert", json("{'id':'" + ours + "'}"), CallContext.of("a1"), ours);
        int calls = crm.calls();
        SystemWrites.Done again =
                writes.call("crm", "contact-upsert", json("{'id':'" + ours + "'}"), CallContext.of("a2"), ours);
        // Then
        assertThat(context.contact(ours).attributes().path("company").asText()).isEqualTo("对方改的");
        assertThat(again.answer().path("unchanged").asBoolean()).isTrue();
        assertThat(crm.calls() - calls).isEqualTo(1);
        assertThat(context.links().ours("crm", "contact", "R9")).contains(ours);
    }

    private SyncJob load() {
        return load(QUICK);
    }

    private SyncJob load(Options options) {
        return context.ended(context.get(SyncJobs.class)
                .begin(Task.LOAD, "crm", "contact", options)
                .id());
    }

    private SyncJob reconcile(Options options) {
        return context.ended(context.get(SyncJobs.class)
                .begin(Task.RECONCILE, "crm", "contact", options)
                .id());
    }

    private int count(String sql) {
        Integer count = context.get(JdbcTemplate.class).queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }
}
