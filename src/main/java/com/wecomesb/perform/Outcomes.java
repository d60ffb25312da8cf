package com.wecomesb.perform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionRows;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings the outcome of settled actions back to the bus as events; the settled row is their outbox. */
@Component
class Outcomes {

    private static final String WANTED = """
            SELECT * FROM action
            WHERE outcome_wanted AND outcome_published_at IS NULL AND settled_at IS NOT NULL
            """;

    private final JdbcTemplate jdbc;
    private final ActionRows rows;
    private final ObjectMapper json;
    private final EventLog events;
    private final Clock clock;

    Outcomes(JdbcTemplate jdbc, ActionRows rows, ObjectMapper json, EventLog events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    private record Settled(
            Action action,
            ActionState state,
            @Nullable String reason,
            @Nullable String result,
            Instant settledAt) {}

    static String type(Action action, ActionState state) {
        return "esb." + action.kind().word() + "." + action.verb().replace('/', '-') + "." + state.word();
    }

    /** Publishes the outcome of this action if somebody wants it and it is not on the bus yet. */
    void publish(String actionId) {
        publish(WANTED + " AND id = ?", actionId);
    }

    /** Publishes those that a crash kept from the bus. */
    void publishForgotten(Instant settledBefore) {
        publish(WANTED + " AND settled_at < ? ORDER BY settled_at LIMIT 200", settledBefore.atOffset(ZoneOffset.UTC));
    }

    private void publish(String sql, Object argument) {
        List<Settled> settled = jdbc.query(
                sql,
                (row, number) -> new Settled(
                        rows.mapRow(row, number),
                        ActionState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("result"),
                        row.getObject("settled_at", java.time.OffsetDateTime.class)
                                .toInstant()),
                argument);
        for (Settled one : settled) {
            try {
                events.append(event(one)).join();
            } catch (CompletionException exception) {
                throw new IllegalStateException("outcome not taken by the bus", exception);
            }
            jdbc.update(
                    "UPDATE action SET outcome_published_at = ? WHERE id = ?",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    one.action().id());
        }
    }

    private Event event(Settled settled) {
        Action action = settled.action();
        ObjectNode data = json.createObjectNode();
        data.put("actionId", action.id());
        data.put("kind", action.kind().word());
        data.put("verb", action.verb());
        data.put("system", action.system());
        data.put("rule", action.cause().ruleId());
        data.put("state", settled.state().word());
        data.put("reason", settled.reason());
        try {
            data.set("result", settled.result() == null ? null : json.readTree(settled.result()));
            String key = action.conversationId() != null
                    ? action.conversationId()
                    : action.contactId() != null ? action.contactId() : action.lane();
            return new Event(
                    "esb",
                    action.id() + "/" + settled.state().name(),
                    type(action, settled.state()),
                    key,
                    settled.settledAt(),
                    key,
                    action.cause().causality(),
                    action.cause().hops() + 1,
                    json.writeValueAsString(data).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("result of an action is not JSON", exception);
        }
    }
}
