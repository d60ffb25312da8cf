package com.wecomesb.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.database.Keys;
import com.wecomesb.sync.Conflict.Winner;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code sync_conflict}: every conflict, decided or not. Within the caller's transaction. */
@Repository
public class Conflicts {

    private static final String INSERT = """
            INSERT INTO sync_conflict (system, kind, remote_id, our_id, field, our_value, their_value, our_changed_at,
                their_changed_at, policy, state, winner, decided_by, decided_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            UPDATE sync_conflict SET our_value = ?, their_value = ?, our_changed_at = ?, their_changed_at = ?, state = ?,
                winner = ?, decided_by = ?, decided_at = ?
            WHERE id = ? AND state = 'OPEN'
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Conflicts(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those that wait for a person, by record and field. */
    Map<String, Map<String, Conflict>> open(String system, String kind, Collection<String> theirs) {
        Map<String, Map<String, Conflict>> open = new HashMap<>();
        if (!theirs.isEmpty()) {
            jdbc.query(
                            "SELECT * FROM sync_conflict WHERE remote_id = ANY(?) AND system = ? AND kind = ?"
                                    + " AND state = 'OPEN'",
                            this::row,
                            Keys.of(theirs),
                            system,
                            kind)
                    .forEach(conflict -> open.computeIfAbsent(conflict.theirs(), id -> new HashMap<>())
                            .put(conflict.field(), conflict));
        }
        return open;
    }

    /** Writes new ones and what became of those that wait. */
    void save(Collection<Conflict> conflicts) {
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        for (Conflict one : conflicts) {
            if (one.id() == 0) {
                inserts.add(inserted(one));
            } else {
                updates.add(updated(one));
            }
        }
        jdbc.batchUpdate(INSERT, inserts);
        jdbc.batchUpdate(UPDATE, updates);
    }

    private Object[] inserted(Conflict one) {
        return new Object[] {
            one.system(),
            one.kind(),
            one.theirs(),
            one.ours(),
            one.field(),
            text(one.ourValue()),
            text(one.theirValue()),
            at(one.ourChange()),
            at(one.theirChange()),
            one.policy(),
            state(one),
            one.winner() == null ? null : one.winner().name(),
            one.by(),
            one.isOpen() ? null : at(clock.instant()),
            at(clock.instant())
        };
    }

    private Object[] updated(Conflict one) {
        return new Object[] {
            text(one.ourValue()),
            text(one.theirValue()),
            at(one.ourChange()),
            at(one.theirChange()),
            state(one),
            one.winner() == null ? null : one.winner().name(),
            one.by(),
            one.isOpen() ? null : at(clock.instant()),
            one.id()
        };
    }

    private static String state(Conflict conflict) {
        return conflict.isOpen() ? "OPEN" : "DECIDED";
    }

    public Optional<Conflict> find(long id) {
        return jdbc.query("SELECT * FROM sync_conflict WHERE id = ?", this::row, id).stream()
                .findFirst();
    }

    /** The newest first; null for all. */
    public List<Conflict> below(@Nullable String state, long id, int limit) {
        return state == null
                ? jdbc.query("SELECT * FROM sync_conflict WHERE id < ? ORDER BY id DESC LIMIT ?", this::row, id, limit)
                : jdbc.query(
                        "SELECT * FROM sync_conflict WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?",
                        this::row,
                        state,
                        id,
                        limit);
    }

    private Conflict row(ResultSet row, int number) throws SQLException {
        String winner = row.getString("winner");
        return new Conflict(
                row.getLong("id"),
                row.getString("system"),
                row.getString("kind"),
                row.getString("remote_id"),
                row.getString("our_id"),
                row.getString("field"),
                read(row.getString("our_value")),
                read(row.getString("their_value")),
                instant(row, "our_changed_at"),
                instant(row, "their_changed_at"),
                row.getString("policy"),
                winner == null ? null : Winner.valueOf(winner),
                row.getString("decided_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private JsonNode read(@Nullable String text) {
        try {
            return text == null ? NullNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value instanceof MissingNode || value.isNull() ? null : value.toString();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
