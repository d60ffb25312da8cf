package com.wecomesb.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.ActionReference;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes decided actions and finds them again; their states change in {@code perform} only. */
@Repository
public class ActionLog {

    private static final String INSERT = """
            INSERT INTO action (id, event_uid, causality, hops, rule_id, kind, verb, system, target, lane, lane_position,
                conversation_id, contact_id, epoch, fenced, payload, content_hash, branches, snapshot, state, reason,
                created_at, due_at, next_attempt_at, expires_at, attempt, settled_at, outcome_wanted, unless_word)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final ActionRows rows;
    private final Clock clock;

    ActionLog(JdbcTemplate jdbc, ActionRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** An action together with the state that it starts in: READY, or SKIPPED with the reason. */
    public record Entry(
            Action action, ActionState state, @Nullable String reason) {}

    /** The first of a thousand positions that nobody else gets. */
    public long nextPositions() {
        Long first = jdbc.queryForObject("SELECT nextval('action_position')", Long.class);
        return first == null ? 0 : first;
    }

    /** Within the decide transaction. */
    public void insert(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        jdbc.batchUpdate(INSERT, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int index) throws SQLException {
                write(statement, entries.get(index), now);
            }

            @Override
            public int getBatchSize() {
                return entries.size();
            }
        });
    }

    /** Notes that these actions go to their topics again. */
    public void published(Collection<ActionReference> actions) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> arguments =
                actions.stream().map(action -> new Object[] {now, action.id()}).toList();
        jdbc.batchUpdate("UPDATE action SET published_at = ? WHERE id = ?", arguments);
    }

    public Optional<Action> find(String id) {
        return jdbc.query("SELECT * FROM action WHERE id = ?", rows, id).stream()
                .findFirst();
    }

    /** Takes the branches of an action for good: the first outcome that asks gets them, any later one nothing. */
    public Optional<JsonNode> takeBranches(Action action) {
        int taken = jdbc.update("UPDATE action SET branches = NULL WHERE id = ? AND branches IS NOT NULL", action.id());
        return taken == 1 ? Optional.ofNullable(action.branches()) : Optional.empty();
    }

    private void write(PreparedStatement statement, Entry entry, Instant now) throws SQLException {
        Action action = entry.action();
        boolean settled = entry.state().settled();
        Object[] values = {
            action.id(),
            action.cause().eventUid(),
            action.cause().causality(),
            action.cause().hops(),
            action.cause().ruleId(),
            action.kind().word(),
            action.verb(),
            action.system(),
            action.target(),
            action.lane(),
            action.position(),
            action.conversationId(),
            action.contactId(),
            action.epoch(),
            action.fenced(),
            rows.text(action.payload()),
            action.contentHash(),
            rows.text(action.branches()),
            action.snapshot(),
            entry.state().name(),
            entry.reason(),
            now.atOffset(ZoneOffset.UTC),
            action.dueAt().atOffset(ZoneOffset.UTC),
            action.dueAt().atOffset(ZoneOffset.UTC),
            at(action.expiresAt()),
            settled ? now.atOffset(ZoneOffset.UTC) : null,
            action.outcomeWanted(),
            action.unless()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
