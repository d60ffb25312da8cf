package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.decision.PastEvents.Kind;
import com.wecomesb.understanding.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The events as they were decided, read again in their order. */
@Repository
class StoredEvents {

    private static final int PAGE = 200;
    private static final String COLUMNS = "seq, source, id, type, subject, event_key, happened_at, received_at,"
            + " decided_at, causality, hops, data, contact_id, acting_rule, snapshot, understanding, facts";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    StoredEvents(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * An event with what was stored of its decision.
     *
     * @param facts the situation that it was decided in; null where no rule was asked
     */
    record Stored(
            long seq,
            EventBatch.Item item,
            Instant decidedAt,
            @Nullable String contactId,
            @Nullable String actingRule,
            String snapshot,
            Understanding understanding,
            @Nullable JsonNode facts) {

        /** Without what a customer wrote. */
        @Override
        public String toString() {
            return "Stored[" + item.event() + "]";
        }
    }

    /** The first event that was decided since then: decisions have numbers in nearly their order, so this is a few looks. */
    long firstSince(Instant since) {
        long low = bound("min");
        long high = bound("max") + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (decidedBefore(middle, since)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long bound(String which) {
        Long bound = jdbc.queryForObject("SELECT COALESCE(" + which + "(seq), 0) FROM event", Long.class);
        return bound == null ? 0 : bound;
    }

    private boolean decidedBefore(long seq, Instant since) {
        return jdbc
                .query(
                        "SELECT decided_at FROM event WHERE seq >= ? ORDER BY seq LIMIT 1",
                        (row, number) -> instant(row, "decided_at"),
                        seq)
                .stream()
                .anyMatch(at -> at.isBefore(since));
    }

    /** The first one of the newest so many; 0 when there are not more. */
    long firstOfNewest(int most) {
        return jdbc
                .queryForList("SELECT seq FROM event ORDER BY seq DESC LIMIT 1 OFFSET ?", Long.class, most - 1)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** The number of the newest event; 0 when there is none. */
    long last() {
        return bound("max");
    }

    /** The next events from this number on up to another, in their order; none: there are no more. */
    List<Stored> between(long seq, long last) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT " + PAGE,
                this::stored,
                seq,
                last);
    }

    /** When events of a contact happened, after a moment and before an event. */
    List<Instant> happened(Kind kind, Instant after, long beforeSeq) {
        return jdbc.query(
                "SELECT happened_at FROM event WHERE contact_id = ? AND type = ? AND happened_at > ? AND seq < ?",
                (row, number) -> instant(row, "happened_at"),
                kind.contactId(),
                kind.eventType(),
                after.atOffset(ZoneOffset.UTC),
                beforeSeq);
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        Event event = new Event(
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                instant(row, "happened_at"),
                row.getString("event_key"),
                row.getString("causality"),
                row.getInt("hops"),
                row.getBytes("data"));
        String facts = row.getString("facts");
        String understanding = row.getString("understanding");
        return new Stored(
                row.getLong("seq"),
                new EventBatch.Item(event, "stored", 0, row.getLong("seq"), instant(row, "received_at")),
                instant(row, "decided_at"),
                row.getString("contact_id"),
                row.getString("acting_rule"),
                row.getString("snapshot"),
                understanding == null ? Understanding.NONE : read(understanding, Understanding.class),
                facts == null ? null : read(facts, JsonNode.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
