package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened in a conversation of late, for a colleague who takes over. */
@Repository
class PastActions {

    private static final int MOST = 50;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    PastActions(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Something that the bot did or is about to do. */
    record Deed(
            ActionKind kind,
            String verb,
            ActionState state,
            @Nullable String remoteId) {

        /** Never happened and never will. */
        boolean isPointless() {
            return switch (state) {
                case SKIPPED, SUPPRESSED, EXPIRED -> true;
                case READY, IN_FLIGHT, PARKED, UNKNOWN, DONE, FAILED -> false;
            };
        }
    }

    /** The latest ones since then, the oldest first. */
    List<Deed> of(String conversationId, Instant since) {
        String sql = "SELECT kind, verb, state, remote_id FROM action WHERE conversation_id = ? AND created_at > ?"
                + " ORDER BY created_at DESC, lane_position DESC LIMIT " + MOST;
        List<Deed> latest = jdbc.query(
                sql,
                (row, number) -> new Deed(
                        ActionKind.of(row.getString("kind")),
                        row.getString("verb"),
                        ActionState.valueOf(row.getString("state")),
                        row.getString("remote_id")),
                conversationId,
                since.atOffset(ZoneOffset.UTC));
        Collections.reverse(latest);
        return latest;
    }

    /** The data of the customer's last message. */
    Optional<JsonNode> lastMessage(String conversationId) {
        return jdbc
                .queryForList(
                        "SELECT data FROM event WHERE conversation_id = ? AND type = 'wecom.message.received'"
                                + " ORDER BY seq DESC LIMIT 1",
                        byte[].class,
                        conversationId)
                .stream()
                .findFirst()
                .map(this::tree);
    }

    private JsonNode tree(byte[] data) {
        try {
            return json.readTree(data);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
