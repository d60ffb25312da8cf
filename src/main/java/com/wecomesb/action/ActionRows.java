package com.wecomesb.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.ActionKind;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Between the table {@code action} and {@link Action}. */
@Component
public class ActionRows implements RowMapper<Action> {

    private final ObjectMapper json;

    ActionRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Action mapRow(ResultSet row, int number) throws SQLException {
        JsonNode payload = tree(row.getString("payload"));
        if (payload == null) {
            throw new SQLException("action without payload: " + row.getString("id"));
        }
        return new Action(
                row.getString("id"),
                new Action.Cause(
                        row.getString("event_uid"),
                        row.getString("causality"),
                        row.getInt("hops"),
                        row.getString("rule_id")),
                ActionKind.of(row.getString("kind")),
                row.getString("verb"),
                row.getString("system"),
                row.getString("target"),
                row.getString("lane"),
                row.getLong("lane_position"),
                row.getString("conversation_id"),
                row.getString("contact_id"),
                row.getLong("epoch"),
                row.getBoolean("fenced"),
                payload,
                row.getString("content_hash"),
                tree(row.getString("branches")),
                row.getString("snapshot"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                row.getBoolean("outcome_wanted"),
                row.getString("unless_word"));
    }

    /** The instant in a column, or null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public @Nullable String text(@Nullable JsonNode tree) {
        return tree == null ? null : tree.toString();
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
