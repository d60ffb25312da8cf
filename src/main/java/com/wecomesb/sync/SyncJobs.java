package com.wecomesb.sync;

import com.wecomesb.database.Product;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code sync_job}. A job belongs to the instance that works on it until its lease ends; each page renews it. */
@Repository
public class SyncJobs {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int LONGEST_REASON = 500;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SyncJobs(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** There is a job to work on. */
    record Begun(SyncJob job) {}

    /** Begins a job, or goes on with the last one of the same task, system and kind if it has not come to its end. */
    public SyncJob begin(Task task, String system, String kind, Options options) {
        return told(last(task, system, kind)
                .filter(job -> job.state() != State.DONE)
                .map(job -> again(job, options))
                .orElseGet(() -> first(task, system, kind, options)));
    }

    /** Begins a job from the start, whatever became of the last one; nothing while that one runs. */
    public Optional<SyncJob> beginAnew(Task task, String system, String kind, Options options) {
        boolean runs = last(task, system, kind)
                .filter(job -> job.state() == State.RUNNING)
                .isPresent();
        return runs ? Optional.empty() : Optional.of(told(first(task, system, kind, options)));
    }

    private SyncJob told(SyncJob job) {
        events.publishEvent(new Begun(job));
        return job;
    }

    private Optional<SyncJob> last(Task task, String system, String kind) {
        return jdbc
                .query(
                        "SELECT * FROM sync_job WHERE task = ? AND system = ? AND kind = ? ORDER BY id DESC LIMIT 1",
                        SyncJobRow::read,
                        task.name(),
                        system,
                        kind)
                .stream()
                .findFirst();
    }

    private SyncJob again(SyncJob job, Options options) {
        jdbc.update(
                "UPDATE sync_job SET state = 'RUNNING', reason = NULL, options = ?, updated_at = ? WHERE id = ?",
                SyncJob.text(options),
                now(),
                job.id());
        return find(job.id()).orElseThrow();
    }

    private SyncJob first(Task task, String system, String kind, Options options) {
        jdbc.update(
                "INSERT INTO sync_job (task, system, kind, options, state, parts, counts, started_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', '[]', '{}', ?, ?)",
                task.name(),
                system,
                kind,
                SyncJob.text(options),
                now(),
                now());
        return last(task, system, kind).orElseThrow();
    }

    /** A job that nobody works on, now this instance's. */
    Optional<SyncJob> claim(String instance) {
        List<Long> free = jdbc.queryForList(
                "SELECT id FROM sync_job WHERE state = 'RUNNING' AND (lease_until IS NULL OR lease_until < ?)"
                        + " ORDER BY id LIMIT 1",
                Long.class,
                now());
        if (free.isEmpty()) {
            return Optional.empty();
        }
        int claimed = jdbc.update(
                "UPDATE sync_job SET owner = ?, lease_until = ? WHERE id = ? AND state = 'RUNNING'"
                        + " AND (lease_until IS NULL OR lease_until < ?)",
                instance,
                now().plus(LEASE),
                free.get(0),
                now());
        return claimed == 1 ? find(free.get(0)) : Optional.empty();
    }

    /** Where no other process can be, a job that this instance does not have is nobody's, and its lease need not be waited for. */
    void takeBackFromDeadProcess(String instance) {
        if (Product.isOnlyOurs(jdbc)) {
            jdbc.update(
                    "UPDATE sync_job SET owner = NULL, lease_until = NULL WHERE owner <> ? AND state = 'RUNNING'",
                    instance);
        }
    }

    /** Writes how far it is; false when it is not this instance's any more, or was stopped. */
    boolean progress(long id, String instance, List<Part> parts, Map<String, Long> counts, @Nullable String reason) {
        return jdbc.update(
                        "UPDATE sync_job SET parts = ?, counts = ?, reason = ?, lease_until = ?, updated_at = ?"
                                + " WHERE id = ? AND owner = ? AND state = 'RUNNING'",
                        SyncJob.text(parts),
                        SyncJob.text(counts),
                        shortened(reason),
                        now().plus(LEASE),
                        now(),
                        id,
                        instance)
                == 1;
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** Ends it, for this instance or for good. */
    void end(long id, String instance, State state, @Nullable String reason) {
        jdbc.update(
                "UPDATE sync_job SET state = ?, reason = ?, owner = NULL, lease_until = NULL, updated_at = ?"
                        + " WHERE id = ? AND owner = ? AND state = 'RUNNING'",
                state.name(),
                shortened(reason),
                now(),
                id,
                instance);
    }

    /** Gives it back unfinished: another instance, or the next process, goes on. */
    void release(long id, String instance) {
        jdbc.update("UPDATE sync_job SET owner = NULL, lease_until = NULL WHERE id = ? AND owner = ?", id, instance);
    }

    /** False when it does not run. */
    public boolean stop(long id) {
        return jdbc.update(
                        "UPDATE sync_job SET state = 'STOPPED', owner = NULL, lease_until = NULL, updated_at = ?"
                                + " WHERE id = ? AND state = 'RUNNING'",
                        now(),
                        id)
                == 1;
    }

    public Optional<SyncJob> find(long id) {
        return jdbc.query("SELECT * FROM sync_job WHERE id = ?", SyncJobRow::read, id).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<SyncJob> below(long id, int limit) {
        return jdbc.query("SELECT * FROM sync_job WHERE id < ? ORDER BY id DESC LIMIT ?", SyncJobRow::read, id, limit);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
