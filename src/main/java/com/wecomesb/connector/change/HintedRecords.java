package com.wecomesb.connector.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is to be fetched, in the table {@code record_hint}: one row for a record, however often it is hinted at. */
@Repository
class HintedRecords {

    private static final String AGAIN = """
            UPDATE record_hint SET wanted_at = ?, stamp = stamp + 1,
                due_at = CASE WHEN attempt > 0 THEN LEAST(due_at, ?) ELSE LEAST(latest_at, ?) END
            WHERE system = ? AND kind = ? AND record_id = ?
            """;
    private static final String FIRST = """
            INSERT INTO record_hint (system, kind, record_id, first_at, latest_at, wanted_at, due_at, attempt, stamp)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1) ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT * FROM record_hint WHERE due_at <= ? AND (lease_until IS NULL OR lease_until < ?)
            ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String OF_RECORD = " WHERE system = ? AND kind = ? AND record_id = ?";

    private final JdbcTemplate jdbc;
    private final ChangeSettings settings;
    private final Clock clock;

    HintedRecords(JdbcTemplate jdbc, ChangeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A record that this instance fetches.
     *
     * @param firstAt since when it is wanted
     * @param wantedAt a fetch that began before this may not have seen all that was meant
     * @param attempt how often it was fetched in vain
     * @param stamp rises with every hint
     * @param claimedAt when the fetch begins
     */
    record Claimed(
            RecordReference record, Instant firstAt, Instant wantedAt, int attempt, long stamp, Instant claimedAt) {}

    /** What waits: how many records, and since when the oldest. */
    record Waiting(long count, @Nullable Instant oldest) {}

    /** Notes that somebody hinted at a record. */
    @Transactional
    public void note(RecordReference record) {
        Instant now = clock.instant();
        OffsetDateTime settled = utc(now.plus(settings.settle()));
        if (again(record, settled) == 0
                && jdbc.update(
                                FIRST,
                                record.system(),
                                record.kind(),
                                record.id(),
                                utc(now),
                                utc(now.plus(settings.longestSettle())),
                                settled,
                                record.isOneRecord() ? settled : utc(now))
                        == 0) {
            again(record, settled);
        }
    }

    private int again(RecordReference record, OffsetDateTime settled) {
        return jdbc.update(AGAIN, settled, settled, settled, record.system(), record.kind(), record.id());
    }

    /** Takes what is due; nobody else has it until the lease ends. */
    @Transactional
    public List<Claimed> claim(int limit) {
        Instant now = clock.instant();
        List<Claimed> due = jdbc.query(DUE, (row, number) -> claimed(row, now), utc(now), utc(now), limit);
        OffsetDateTime lease = utc(now.plus(settings.lease()));
        jdbc.batchUpdate(
                "UPDATE record_hint SET lease_until = ?" + OF_RECORD,
                due.stream()
                        .map(one -> new Object[] {
                            lease,
                            one.record().system(),
                            one.record().kind(),
                            one.record().id()
                        })
                        .toList());
        return due;
    }

    /** It was fetched: forgotten, unless somebody meant something that this fetch may not have seen. */
    @Transactional
    public void done(Claimed claimed) {
        RecordReference record = claimed.record();
        boolean seenAll = !claimed.claimedAt().isBefore(claimed.wantedAt()) || !record.isOneRecord();
        int gone = seenAll
                ? jdbc.update(
                        "DELETE FROM record_hint" + OF_RECORD + " AND stamp = ?",
                        record.system(),
                        record.kind(),
                        record.id(),
                        claimed.stamp())
                : 0;
        if (gone == 0) {
            jdbc.update(
                    "UPDATE record_hint SET lease_until = NULL, attempt = 0, reason = NULL, first_at = ?, latest_at = ?,"
                            + " due_at = wanted_at" + OF_RECORD,
                    utc(clock.instant()),
                    utc(clock.instant().plus(settings.longestSettle())),
                    record.system(),
                    record.kind(),
                    record.id());
        }
    }

    /**
     * It could not be fetched; {@code counts} unless that was nobody's fault. A hint that came meanwhile waits no longer than
     * it would by itself.
     */
    void later(Claimed claimed, Instant due, String reason, boolean counts) {
        jdbc.update(
                "UPDATE record_hint SET lease_until = NULL, attempt = attempt + ?, due_at = CASE WHEN stamp = ? THEN ?"
                        + " ELSE LEAST(wanted_at, ?) END, reason = ?" + OF_RECORD,
                counts ? 1 : 0,
                claimed.stamp(),
                utc(due),
                utc(due),
                reason.length() > 500 ? reason.substring(0, 500) : reason,
                claimed.record().system(),
                claimed.record().kind(),
                claimed.record().id());
    }

    /** Nobody looks for it any more. */
    void giveUp(Claimed claimed) {
        jdbc.update(
                "DELETE FROM record_hint" + OF_RECORD + " AND stamp = ?",
                claimed.record().system(),
                claimed.record().kind(),
                claimed.record().id(),
                claimed.stamp());
    }

    /** What a process claimed that is dead. */
    void releaseAll() {
        jdbc.update("UPDATE record_hint SET lease_until = NULL");
    }

    Waiting waiting() {
        return jdbc.query("SELECT count(*), min(first_at) FROM record_hint", row -> {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            return new Waiting(row.getLong(1), oldest == null ? null : oldest.toInstant());
        });
    }

    private static Claimed claimed(ResultSet row, Instant now) throws SQLException {
        return new Claimed(
                new RecordReference(row.getString("system"), row.getString("kind"), row.getString("record_id")),
                instant(row, "first_at"),
                instant(row, "wanted_at"),
                row.getInt("attempt"),
                row.getLong("stamp"),
                now);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
