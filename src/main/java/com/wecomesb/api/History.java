package com.wecomesb.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.action.ActionRows;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables remember of events and actions. */
@Repository
class History {

    private static final int MOST_CHAINS = 50;
    private static final int MOST_OF_A_CHAIN = 1_000;

    /** Where a chain of causes can be found by one of the names that people have at hand. */
    private static final String CHAINS_OF = """
            SELECT causality, max(found.at) AS last_at FROM (
                SELECT causality, decided_at AS at FROM event WHERE uid = :id
                UNION ALL SELECT causality, decided_at FROM event WHERE id IN (:id, :kfId)
                UNION ALL SELECT causality, decided_at FROM event WHERE causality = :id
                UNION ALL SELECT causality, decided_at FROM event WHERE conversation_id = :id
                UNION ALL SELECT causality, decided_at FROM event WHERE contact_id = :id
                UNION ALL SELECT causality, decided_at FROM event WHERE contact_id IN
                    (SELECT contact_id FROM contact_identity WHERE identity_value = :id)
                UNION ALL SELECT causality, created_at FROM action WHERE id = :id
                UNION ALL SELECT causality, created_at FROM action WHERE remote_id = :id
                UNION ALL SELECT causality, created_at FROM action WHERE causality = :id
                UNION ALL SELECT causality, action.created_at FROM record_link known
                    JOIN action ON lane = 'crm:' || known.contact_id || ':' || known.system WHERE known.contact_id = :id
                UNION ALL SELECT causality, action.created_at FROM record_link known
                    JOIN action ON lane = 'crm:' || known.contact_id || ':' || known.system WHERE known.contact_id IN
                    (SELECT contact_id FROM contact_identity WHERE identity_value = :id)
            ) found GROUP BY causality ORDER BY last_at DESC LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    History(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<EventView> events(Cursor cursor) {
        List<Numbered> rows = jdbc.sql("SELECT * FROM event WHERE seq < :before ORDER BY seq DESC LIMIT :limit")
                .param("before", cursor.before())
                .param("limit", cursor.limit() + 1)
                .query((row, number) -> new Numbered(row.getLong("seq"), event(row)))
                .list();
        List<Numbered> shown = rows.subList(0, Math.min(rows.size(), cursor.limit()));
        String next = rows.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).number())
                : null;
        return new Page<>(shown.stream().map(Numbered::event).toList(), next);
    }

    private record Numbered(long number, EventView event) {}

    /**
     * The newest chains of causes that an event, MsgId, action, ticket, conversation or contact belongs to; a contact
     * also by what it is called elsewhere. What a sync alone did about a contact is found by the lanes of its links.
     */
    List<String> chainsOf(String id) {
        return jdbc.sql(CHAINS_OF)
                .param("id", id)
                .param("kfId", "kf:" + id)
                .param("most", MOST_CHAINS)
                .query((row, number) -> row.getString("causality"))
                .list();
    }

    List<EventView> eventsOf(String causality) {
        return jdbc.sql("SELECT * FROM event WHERE causality = :causality ORDER BY seq LIMIT :most")
                .param("causality", causality)
                .param("most", MOST_OF_A_CHAIN)
                .query((row, number) -> event(row))
                .list();
    }

    List<ActionView> actionsOf(String causality) {
        return jdbc.sql(
                        "SELECT * FROM action WHERE causality = :causality ORDER BY created_at, lane_position LIMIT :most")
                .param("causality", causality)
                .param("most", MOST_OF_A_CHAIN)
                .query((row, number) -> action(row))
                .list();
    }

    List<DeadLetterView> deadLettersOf(Collection<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM dead_letter WHERE reference IN (:references) ORDER BY id")
                .param("references", new ArrayList<>(references))
                .query((row, number) -> letter(row))
                .list();
    }

    private EventView event(ResultSet row) throws SQLException {
        return new EventView(
                row.getString("uid"),
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                instant(row, "happened_at"),
                instant(row, "received_at"),
                instant(row, "decided_at"),
                row.getString("outcome"),
                row.getString("acting_rule"),
                row.getString("conversation_id"),
                row.getString("contact_id"),
                row.getString("causality"),
                row.getInt("hops"),
                tree(new String(row.getBytes("data"), StandardCharsets.UTF_8)),
                tree(row.getString("explanation")),
                row.getString("snapshot"));
    }

    private ActionView action(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new ActionView(
                row.getString("id"),
                row.getString("event_uid"),
                row.getString("causality"),
                row.getString("rule_id"),
                row.getString("kind"),
                row.getString("verb"),
                row.getString("system"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempt"),
                instant(row, "created_at"),
                instant(row, "due_at"),
                instant(row, "next_attempt_at"),
                ActionRows.instant(row, "started_at"),
                ActionRows.instant(row, "settled_at"),
                ActionRows.instant(row, "expires_at"),
                row.getString("remote_id"),
                tree(row.getString("payload")),
                result == null ? null : tree(result));
    }

    private static DeadLetterView letter(ResultSet row) throws SQLException {
        return new DeadLetterView(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("type"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("origin"),
                row.getInt("attempts"),
                row.getString("state"),
                instant(row, "created_at"),
                ActionRows.instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ActionRows.instant(row, column));
    }

    /** Data of a newer version, or encrypted, may be no JSON for us. */
    private JsonNode tree(@Nullable String text) {
        try {
            return text == null ? NullNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException noJson) {
            return NullNode.getInstance();
        }
    }
}
