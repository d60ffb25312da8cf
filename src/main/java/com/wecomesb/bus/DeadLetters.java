package com.wecomesb.bus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What could not be handled, in the database. Writing takes part in the caller's transaction. */
@Component
public class DeadLetters {

    private static final String INSERT = """
            INSERT INTO dead_letter
                (kind, reference, type, reason, cause, origin, payload, attempts, snapshot, state, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
            """;
    private static final String CLOSE =
            "UPDATE dead_letter SET state = ?, closed_at = ? WHERE id = ? AND state = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeadLetters(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an event, whole, so that it can be replayed.
     *
     * @param reason in words for the person who decides about it; nothing of the customer's text
     * @param cause a class or an error code
     * @param origin topic, partition and offset
     */
    public void addEvent(Event event, String reason, @Nullable String cause, @Nullable String origin) {
        insert(
                DeadLetter.Kind.EVENT,
                event.uid(),
                event.type(),
                reason,
                cause,
                origin,
                EventDocument.write(event),
                1,
                null);
    }

    /**
     * Adds an action; all but its name is in its row.
     *
     * @param type kind and verb of the action
     * @param snapshot the configuration that decided it
     */
    public void addAction(
            String actionId,
            String type,
            String reason,
            @Nullable String cause,
            int attempts,
            @Nullable String snapshot) {
        insert(DeadLetter.Kind.ACTION, actionId, type, reason, cause, null, null, attempts, snapshot);
    }

    /** Adds a record that cannot be read, once for each origin, however often it is met. */
    public void addRecord(
            DeadLetter.Kind kind, String origin, String type, byte @Nullable [] payload, String reason, String cause) {
        String reference = origin.substring(Math.max(0, origin.length() - 64));
        Integer known = jdbc.queryForObject(
                "SELECT count(*) FROM dead_letter WHERE reference = ? AND origin = ?",
                Integer.class,
                reference,
                cut(origin, 256));
        if (known == null || known == 0) {
            insert(kind, reference, type, reason, cause, origin, payload, 1, null);
        }
    }

    private void insert(
            DeadLetter.Kind kind,
            String reference,
            String type,
            String reason,
            @Nullable String cause,
            @Nullable String origin,
            byte @Nullable [] payload,
            int attempts,
            @Nullable String snapshot) {
        jdbc.update(
                INSERT,
                kind.word(),
                reference,
                cut(type, 128),
                cut(reason, 512),
                cut(cause, 256),
                cut(origin, 256),
                payload,
                attempts,
                snapshot,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /**
     * The newest first.
     *
     * @param state empty: all
     * @param before only those with a lower id: the id of the last one of the page before; {@link Long#MAX_VALUE} for
     *     the first page
     * @param limit how many at most
     */
    public List<DeadLetter> list(DeadLetter.@Nullable State state, long before, int limit) {
        List<Object> arguments = new ArrayList<>(List.of(before));
        String restricted = "";
        if (state != null) {
            restricted = " AND state = ?";
            arguments.add(state.name());
        }
        arguments.add(limit);
        return jdbc.query(
                "SELECT * FROM dead_letter WHERE id < ?" + restricted + " ORDER BY id DESC LIMIT ?",
                DeadLetters::row,
                arguments.toArray());
    }

    public Optional<DeadLetter> find(long id) {
        return jdbc.query("SELECT * FROM dead_letter WHERE id = ?", DeadLetters::row, id).stream()
                .findFirst();
    }

    /** Whether it was open until now: of two people who replay it at once, one is told so. */
    public boolean markReplayed(long id) {
        return close(id, DeadLetter.State.REPLAYED);
    }

    /** Whether it was open until now. */
    public boolean markDiscarded(long id) {
        return close(id, DeadLetter.State.DISCARDED);
    }

    private boolean close(long id, DeadLetter.State state) {
        return jdbc.update(CLOSE, state.name(), clock.instant().atOffset(ZoneOffset.UTC), id) == 1;
    }

    /** How many there are in each state, states without any included. */
    public Map<DeadLetter.State, Long> counts() {
        Map<DeadLetter.State, Long> counts = new EnumMap<>(DeadLetter.State.class);
        for (DeadLetter.State state : DeadLetter.State.values()) {
            counts.put(state, 0L);
        }
        jdbc.query("SELECT state, count(*) AS letters FROM dead_letter GROUP BY state", row -> {
            counts.put(DeadLetter.State.valueOf(row.getString("state")), row.getLong("letters"));
        });
        return counts;
    }

    private static DeadLetter row(ResultSet row, int number) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new DeadLetter(
                row.getLong("id"),
                DeadLetter.Kind.of(row.getString("kind")),
                row.getString("reference"),
                row.getString("type"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("origin"),
                row.getBytes("payload"),
                row.getInt("attempts"),
                row.getString("snapshot"),
                DeadLetter.State.valueOf(row.getString("state")),
                createdAt,
                closedAt == null ? null : closedAt.toInstant());
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
