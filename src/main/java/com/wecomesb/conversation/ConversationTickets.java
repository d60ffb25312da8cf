package com.wecomesb.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which tickets were opened from which conversation, and whether they are still open; in {@code conversation_ticket}. */
@Repository
public class ConversationTickets {

    private static final String INSERT = """
            INSERT INTO conversation_ticket (system, ticket_id, number, action_id, conversation_id, contact_id, status,
                is_open, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, TRUE, ?) ON CONFLICT DO NOTHING
            """;

    /** A system that was set up anew gives its numbers again. */
    private static final String ANOTHER = """
            UPDATE conversation_ticket SET number = ?, action_id = ?, conversation_id = ?, contact_id = ?, status = ?,
                is_open = TRUE, opened_at = ?
            WHERE system = ? AND ticket_id = ? AND action_id <> ?
            """;

    private static final String STILL_OPENING = """
            SELECT conversation_id, system, id FROM action
            WHERE settled_at IS NULL AND verb = 'ticket-create' AND conversation_id IN
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ConversationTickets(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A ticket that is not closed yet.
     *
     * @param id in its system; empty while it is being opened
     * @param number what people call it
     * @param actionId the action that opens or opened it; null when somebody else did
     */
    public record OpenTicket(
            String system,
            String id,
            String number,
            String status,
            @Nullable String actionId) {}

    /** Notes a ticket that an action opened; what the system has said of it meanwhile stays. */
    public void opened(OpenTicket ticket, String conversationId, @Nullable String contactId) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int another = jdbc.update(
                ANOTHER,
                ticket.number(),
                ticket.actionId(),
                conversationId,
                contactId,
                ticket.status(),
                now,
                ticket.system(),
                ticket.id(),
                ticket.actionId());
        if (another == 0) {
            jdbc.update(
                    INSERT,
                    ticket.system(),
                    ticket.id(),
                    ticket.number(),
                    ticket.actionId(),
                    conversationId,
                    contactId,
                    ticket.status(),
                    now);
        }
    }

    /** Notes the status of a ticket, if it belongs to a conversation. */
    public void statusIs(String system, String ticketId, String status, boolean open) {
        jdbc.update(
                "UPDATE conversation_ticket SET status = ?, is_open = ? WHERE system = ? AND ticket_id = ?",
                status.length() > 16 ? status.substring(0, 16) : status,
                open,
                system,
                ticketId);
    }

    /** The conversation that a ticket was opened from. */
    public Optional<String> conversationOf(String system, String ticketId) {
        return jdbc
                .queryForList(
                        "SELECT conversation_id FROM conversation_ticket WHERE system = ? AND ticket_id = ?",
                        String.class,
                        system,
                        ticketId)
                .stream()
                .findFirst();
    }

    /** The id of the ticket that an action has opened. */
    public Optional<String> openedBy(String actionId) {
        return jdbc
                .queryForList("SELECT ticket_id FROM conversation_ticket WHERE action_id = ?", String.class, actionId)
                .stream()
                .findFirst();
    }

    /** The latest open ticket of each conversation that has one, those among them that are just being opened. */
    public Map<String, OpenTicket> openOf(Collection<String> conversations) {
        Map<String, OpenTicket> open = new HashMap<>();
        if (conversations.isEmpty()) {
            return open;
        }
        String marks = "(" + String.join(",", Collections.nCopies(conversations.size(), "?")) + ")";
        jdbc.query(
                "SELECT * FROM conversation_ticket WHERE is_open AND conversation_id IN " + marks
                        + " ORDER BY opened_at",
                row -> {
                    open.put(row.getString("conversation_id"), ticket(row));
                },
                conversations.toArray());
        jdbc.query(
                STILL_OPENING + marks + " ORDER BY lane_position",
                row -> {
                    open.put(
                            row.getString("conversation_id"),
                            new OpenTicket(row.getString("system"), "", "", "new", row.getString("id")));
                },
                conversations.toArray());
        return open;
    }

    private static OpenTicket ticket(ResultSet row) throws SQLException {
        return new OpenTicket(
                row.getString("system"),
                row.getString("ticket_id"),
                row.getString("number"),
                row.getString("status"),
                row.getString("action_id"));
    }
}
