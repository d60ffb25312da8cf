package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the decide step has left in the database. */
final class DecisionTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate jdbc;

    DecisionTables(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    List<String> actions() {
        return jdbc.queryForList(
                "SELECT kind || ' ' || verb || ' ' || state FROM action ORDER BY lane_position", String.class);
    }

    /** Each action as {@code kind verb system state}, in the order of the decisions. */
    List<String> rows() {
        return texts("SELECT kind || ' ' || verb || ' ' || COALESCE(system, '-') || ' ' || state FROM action"
                + " ORDER BY lane_position");
    }

    /** What goes to customers, whole, in its order. */
    List<JsonNode> payloads() {
        return jdbc
                .queryForList("SELECT payload FROM action WHERE kind = 'reply' ORDER BY lane_position", String.class)
                .stream()
                .map(DecisionTables::tree)
                .toList();
    }

    List<String> payloadTexts() {
        return texts("SELECT payload FROM action ORDER BY lane_position");
    }

    String payload(String kind) {
        return String.valueOf(jdbc.queryForObject("SELECT payload FROM action WHERE kind = ?", String.class, kind));
    }

    /** The payload of the last action of a verb. */
    JsonNode lastPayload(String verb) {
        return tree(String.valueOf(jdbc.queryForObject(
                "SELECT payload FROM action WHERE verb = ? ORDER BY lane_position DESC LIMIT 1", String.class, verb)));
    }

    /** What customers were told, in its order. */
    List<String> said() {
        return jdbc
                .queryForList(
                        "SELECT payload FROM action WHERE verb LIKE '%send%' AND kind = 'reply'"
                                + " ORDER BY lane_position",
                        String.class)
                .stream()
                .map(DecisionTables::tree)
                .map(payload ->
                        payload.path("body").path("text").path("content").asText())
                .toList();
    }

    /** Why actions are in their states, as far as a reason is noted. */
    List<String> reasons() {
        return texts("SELECT reason FROM action WHERE reason IS NOT NULL ORDER BY lane_position");
    }

    /** How long after the decision each message to a customer is due, in milliseconds. */
    List<Long> pauses() {
        return jdbc.query(
                "SELECT created_at, due_at FROM action WHERE kind = 'reply' ORDER BY lane_position",
                (row, number) -> Duration.between(
                                row.getObject("created_at", OffsetDateTime.class),
                                row.getObject("due_at", OffsetDateTime.class))
                        .toMillis());
    }

    List<Long> positions() {
        return jdbc.queryForList("SELECT lane_position FROM action ORDER BY created_at, lane_position", Long.class);
    }

    List<Long> epochs() {
        return jdbc.queryForList("SELECT epoch FROM action", Long.class);
    }

    String actionId(String kind) {
        return String.valueOf(jdbc.queryForObject("SELECT id FROM action WHERE kind = ?", String.class, kind));
    }

    Instant dueAt(String actionId) {
        return instant("due_at", actionId);
    }

    Instant expiresAt(String actionId) {
        return instant("expires_at", actionId);
    }

    /** The ids of the actions of a kind that are not performed yet. */
    List<String> waiting(String kind) {
        return jdbc.queryForList(
                "SELECT id FROM action WHERE kind = ? AND state = 'READY' ORDER BY lane_position", String.class, kind);
    }

    String outcome(String id) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT outcome || ' ' || COALESCE(acting_rule, 'null') FROM event WHERE id = ?", String.class, id));
    }

    List<String> outcomes(String type) {
        return jdbc.queryForList(
                "SELECT outcome || ' ' || COALESCE(acting_rule, 'null') FROM event WHERE type = ? ORDER BY seq",
                String.class,
                type);
    }

    String explanation(String id) {
        return String.valueOf(jdbc.queryForObject("SELECT explanation FROM event WHERE id = ?", String.class, id));
    }

    @Nullable
    String understanding(String id) {
        return jdbc.queryForObject("SELECT understanding FROM event WHERE id = ?", String.class, id);
    }

    List<String> tags() {
        return texts("SELECT tag FROM contact_tag ORDER BY tag");
    }

    String attributes() {
        return texts("SELECT attributes FROM contact").get(0);
    }

    String conversationState() {
        return String.valueOf(jdbc.queryForObject("SELECT state FROM conversation", String.class));
    }

    @Nullable
    String variables() {
        return jdbc.queryForObject("SELECT variables FROM conversation", String.class);
    }

    long count(String table) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }

    private Instant instant(String column, String actionId) {
        var found =
                jdbc.queryForObject("SELECT " + column + " FROM action WHERE id = ?", OffsetDateTime.class, actionId);
        return Objects.requireNonNull(found).toInstant();
    }

    private List<String> texts(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
