package com.wecomesb.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The conversations, and the locks on them: rows are always locked in the order of their ids. */
@Repository
public class Conversations {

    private static final String INSERT = """
            INSERT INTO conversation (id, corp, channel, app, account, peer, contact_id, state, epoch, unanswered,
                reply_budget, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, COALESCE((SELECT merged_into FROM contact WHERE id = ?), ?), 'BOT', 1, 0, 0, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE conversation SET app = ?, state = ?, epoch = ?, unanswered = ?, reply_budget = ?,
                last_customer_at = ?, last_reply_at = ?, last_rule = ?, last_reply = ?, variables = ?, updated_at = ? WHERE id = ?
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Conversations(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A conversation that an event belongs to, whether or not it is known yet. */
    public record Opening(String id, Conversation.Address address, String contactId) {}

    /** Creates what is missing and locks all of them until the transaction ends. */
    public Map<String, Conversation> openAndLock(Collection<Opening> openings) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> arguments = openings.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .map(opening -> new Object[] {
                    opening.id(),
                    opening.address().corp(),
                    opening.address().channel(),
                    opening.address().app(),
                    opening.address().account(),
                    opening.address().peer(),
                    opening.contactId(),
                    opening.contactId(),
                    now,
                    now
                })
                .toList();
        jdbc.batchUpdate(INSERT, arguments);
        return lock(openings.stream().map(Opening::id).toList());
    }

    /** Locks those that exist until the transaction ends. */
    public Map<String, Conversation> lock(Collection<String> ids) {
        Map<String, Conversation> found = new HashMap<>();
        if (!ids.isEmpty()) {
            TreeSet<String> sorted = new TreeSet<>(ids);
            String sql = "SELECT * FROM conversation WHERE id IN ("
                    + String.join(",", Collections.nCopies(sorted.size(), "?"))
                    + ") ORDER BY id FOR UPDATE";
            jdbc.query(sql, this::row, sorted.toArray()).forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    /** Locks those of some contacts until the transaction ends, and answers their ids. */
    public List<String> lockOf(Collection<String> contacts) {
        TreeSet<String> sorted = new TreeSet<>(contacts);
        return jdbc.queryForList(
                "SELECT id FROM conversation WHERE contact_id IN ("
                        + String.join(",", Collections.nCopies(sorted.size(), "?"))
                        + ") ORDER BY id FOR UPDATE",
                String.class,
                sorted.toArray());
    }

    /** Gives conversations to another contact. */
    public void move(Collection<String> ids, String contact) {
        jdbc.batchUpdate(
                "UPDATE conversation SET contact_id = ? WHERE id = ?",
                ids.stream().map(id -> new Object[] {contact, id}).toList());
    }

    /** Gives a contact the conversations that its own addresses have opened with another in the meantime. */
    public void moveOpenedSince(Collection<String> peers, String holder, String owner) {
        jdbc.batchUpdate(
                "UPDATE conversation SET contact_id = ? WHERE contact_id = ? AND peer = ?",
                peers.stream().map(peer -> new Object[] {owner, holder, peer}).toList());
    }

    public Optional<Conversation> find(String id) {
        return jdbc.query("SELECT * FROM conversation WHERE id = ?", this::row, id).stream()
                .findFirst();
    }

    /** The one in which a contact was spoken to last. */
    public Optional<Conversation> latestOf(String contactId) {
        return jdbc
                .query(
                        "SELECT * FROM conversation WHERE contact_id = ? ORDER BY COALESCE(last_customer_at, created_at) DESC LIMIT 1",
                        this::row,
                        contactId)
                .stream()
                .findFirst();
    }

    /** Within the transaction that locked them. */
    public void save(Collection<Conversation> changed) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> arguments = changed.stream()
                .map(one -> new Object[] {
                    one.address().app(),
                    one.state().name(),
                    one.epoch(),
                    one.unanswered(),
                    one.replyBudget(),
                    at(one.lastCustomerAt()),
                    one.lastAnswer() == null ? null : at(one.lastAnswer().at()),
                    one.lastAnswer() == null ? null : one.lastAnswer().rule(),
                    one.lastAnswer() == null ? null : one.lastAnswer().reply(),
                    one.variables().isEmpty() ? null : one.variables().toString(),
                    now,
                    one.id()
                })
                .toList();
        jdbc.batchUpdate(UPDATE, arguments);
    }

    /** Takes one message each from what WeCom still lets us send. */
    void spendReplies(List<String> ids) {
        jdbc.batchUpdate(
                "UPDATE conversation SET reply_budget = reply_budget - 1 WHERE id = ? AND reply_budget > 0",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    private Conversation row(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastCustomer = row.getObject("last_customer_at", OffsetDateTime.class);
        return new Conversation(
                row.getString("id"),
                new Conversation.Address(
                        row.getString("corp"),
                        row.getString("channel"),
                        row.getString("app"),
                        row.getString("account"),
                        row.getString("peer")),
                row.getString("contact_id"),
                ConversationState.valueOf(row.getString("state")),
                row.getLong("epoch"),
                row.getInt("unanswered"),
                row.getInt("reply_budget"),
                lastCustomer == null ? null : lastCustomer.toInstant(),
                answer(row),
                variables(row.getString("variables")));
    }

    private static Conversation.@Nullable Answer answer(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("last_reply_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Conversation.Answer(at.toInstant(), text(row, "last_rule"), text(row, "last_reply"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    private ObjectNode variables(@Nullable String text) {
        try {
            return text == null ? json.createObjectNode() : (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
