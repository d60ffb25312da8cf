package com.wecomesb.connector.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was last seen of each record, in the table {@code record_state}. Within the caller's transaction. */
@Repository
class RecordStates {

    private static final TypeReference<TreeSet<String>> TEXTS = new TypeReference<>() {};
    private static final String OF_RECORD = " WHERE system = ? AND kind = ? AND record_id = ?";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RecordStates(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is known of a record.
     *
     * @param stamp 0: it was never seen before
     * @param version the last one; empty when the system gives none
     * @param status the last one; empty for kinds that have none
     * @param comments the ids of those that were seen
     * @param gone whether it was deleted
     * @param outbox its events that are not on the bus yet; null for none
     */
    record State(
            long stamp,
            String version,
            String status,
            Set<String> comments,
            boolean gone,
            @Nullable String outbox) {

        boolean isKnown() {
            return stamp > 0;
        }
    }

    /** Makes the row if it is missing, and locks it. */
    State lock(RecordReference record) {
        jdbc.update(
                "INSERT INTO record_state (system, kind, record_id, version, status, comments, gone, stamp, seen_at)"
                        + " VALUES (?, ?, ?, '', '', '[]', FALSE, 0, ?) ON CONFLICT DO NOTHING",
                record.system(),
                record.kind(),
                record.id(),
                utc(Instant.EPOCH));
        return jdbc.query(
                        "SELECT * FROM record_state" + OF_RECORD + " FOR UPDATE",
                        this::row,
                        record.system(),
                        record.kind(),
                        record.id())
                .get(0);
    }

    void save(RecordReference record, State state) {
        jdbc.update(
                "UPDATE record_state SET version = ?, status = ?, comments = ?, gone = ?, outbox = ?, stamp = ?, seen_at = ?"
                        + OF_RECORD,
                state.version(),
                state.status(),
                text(state.comments()),
                state.gone(),
                state.outbox(),
                state.stamp(),
                utc(clock.instant()),
                record.system(),
                record.kind(),
                record.id());
    }

    /** Whether anything was ever seen of a record. */
    boolean knows(RecordReference record) {
        return !jdbc.queryForList(
                        "SELECT stamp FROM record_state" + OF_RECORD + " AND stamp > 0 AND NOT gone",
                        Long.class,
                        record.system(),
                        record.kind(),
                        record.id())
                .isEmpty();
    }

    /** Its events are on the bus, as far as they were there at this stamp. */
    void emptyOutboxes(List<RecordReference> records, List<Long> stamps) {
        jdbc.batchUpdate(
                "UPDATE record_state SET outbox = NULL" + OF_RECORD + " AND stamp = ?",
                IntStream.range(0, records.size())
                        .mapToObj(i -> new Object[] {
                            records.get(i).system(),
                            records.get(i).kind(),
                            records.get(i).id(),
                            stamps.get(i)
                        })
                        .toList());
    }

    private State row(ResultSet row, int number) throws SQLException {
        return new State(
                row.getLong("stamp"),
                row.getString("version"),
                row.getString("status"),
                texts(row.getString("comments")),
                row.getBoolean("gone"),
                row.getString("outbox"));
    }

    private Set<String> texts(String stored) {
        try {
            return json.readValue(stored, TEXTS);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private String text(Set<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
