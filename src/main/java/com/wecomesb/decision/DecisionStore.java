package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.StoredOffsets;
import com.wecomesb.understanding.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What the decide transaction writes besides contacts, conversations and actions. */
@Repository
class DecisionStore implements StoredOffsets {

    private static final String EVENT = """
            INSERT INTO event (uid, source, id, type, subject, event_key, happened_at, received_at, decided_at, causality,
                hops, data, contact_id, conversation_id, outcome, acting_rule, explanation, snapshot, understanding, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionStore(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Marks these events as decided and tells which of them had not been: a row that was there counts zero. */
    Set<String> markSeen(Set<String> uids) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(uids));
        OffsetDateTime now = now();
        int[] counts = jdbc.batchUpdate(
                "INSERT INTO seen (uid, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                sorted.stream().map(uid -> new Object[] {uid, now}).toList());
        Set<String> fresh = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                fresh.add(sorted.get(i));
            }
        }
        return fresh;
    }

    /** Which of these events were decided before. */
    Set<String> seen(Set<String> uids) {
        if (uids.isEmpty()) {
            return Set.of();
        }
        String places = String.join(", ", Collections.nCopies(uids.size(), "?"));
        return new HashSet<>(
                jdbc.queryForList("SELECT uid FROM seen WHERE uid IN (" + places + ")", String.class, uids.toArray()));
    }

    void insertEvents(List<Decided> decided, String snapshot) {
        OffsetDateTime now = now();
        jdbc.batchUpdate(
                EVENT, decided.stream().map(one -> eventRow(one, now, snapshot)).toList());
    }

    private Object[] eventRow(Decided decided, OffsetDateTime now, String snapshot) {
        Prepared prepared = decided.prepared();
        Event event = prepared.event();
        return new Object[] {
            event.uid(),
            event.source(),
            event.id(),
            event.type(),
            event.subject(),
            event.key(),
            event.time().atOffset(ZoneOffset.UTC),
            prepared.item().appendedAt().atOffset(ZoneOffset.UTC),
            now,
            event.causality(),
            event.hops(),
            event.data(),
            decided.contactId(),
            decided.conversationId(),
            decided.outcome().name(),
            decided.actingRule(),
            decided.explanation().toString(),
            snapshot,
            understanding(prepared),
            decided.situation() == null ? null : decided.situation().toJson().toString()
        };
    }

    private @Nullable String understanding(Prepared prepared) {
        return prepared.understanding() == Understanding.NONE
                ? null
                : json.valueToTree(prepared.understanding()).toString();
    }

    /** Where to read on after the database itself was restored from a backup. */
    void moveOffsets(List<EventBatch.Item> items) {
        Map<String, EventBatch.Item> last = new HashMap<>();
        for (EventBatch.Item item : items) {
            last.merge(
                    item.topic() + "/" + item.partition(),
                    item,
                    (one, other) -> one.offset() > other.offset() ? one : other);
        }
        last.values().stream()
                .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                .forEach(this::moveOffset);
    }

    private void moveOffset(EventBatch.Item item) {
        Object[] values = {item.offset() + 1, item.topic(), item.partition()};
        String update = "UPDATE consumed_offset SET next_offset = ? WHERE topic = ? AND partition_number = ?";
        if (jdbc.update(update, values) == 0) {
            jdbc.update(
                    "INSERT INTO consumed_offset (next_offset, topic, partition_number) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    values);
        }
    }

    @Override
    public OptionalLong nextOffset(String topic, int partition) {
        return jdbc
                .queryForList(
                        "SELECT next_offset FROM consumed_offset WHERE topic = ? AND partition_number = ?",
                        Long.class,
                        topic,
                        partition)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The data of an event that was decided before. */
    Optional<JsonNode> eventData(String uid) {
        return jdbc.queryForList("SELECT data FROM event WHERE uid = ?", byte[].class, uid).stream()
                .findFirst()
                .map(this::tree);
    }

    /** How often a rule has acted on a record since then. */
    int actedOn(String subject, String rule, Instant since) {
        Integer count = jdbc.queryForObject(
                "SELECT count(*) FROM event WHERE subject = ? AND acting_rule = ? AND decided_at > ?",
                Integer.class,
                subject,
                rule,
                since.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }

    /** Actions of a conversation that wait for the customer to write again may go on. */
    void releaseBudget(List<String> conversations) {
        OffsetDateTime now = now();
        jdbc.batchUpdate(
                "UPDATE action SET next_attempt_at = ? WHERE lane = ? AND settled_at IS NULL"
                        + " AND state = 'PARKED' AND reason = 'reply-budget'",
                conversations.stream()
                        .map(id -> new Object[] {now, WecomRequest.lane(id)})
                        .toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private JsonNode tree(byte[] data) {
        try {
            return json.readTree(data);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
