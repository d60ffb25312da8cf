package com.wecomesb.perform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.action.ActionLog;
import com.wecomesb.connector.change.OwnWork;
import com.wecomesb.connector.link.FetchedRecord;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Recognises by the actions what the bus did itself. */
@Component
class PerformedWork implements OwnWork {

    /** A comment that the system has not confirmed with an id is recognised by its text, for so long. */
    private static final Duration BY_TEXT = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final ActionLog actions;
    private final ObjectMapper json;
    private final Clock clock;

    PerformedWork(JdbcTemplate jdbc, ActionLog actions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.actions = actions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean made(FetchedRecord record) {
        String externalId = record.canonical().path("externalId").asText("");
        return !externalId.isEmpty() && actions.find(externalId).isPresent();
    }

    @Override
    public boolean wrote(FetchedRecord record, JsonNode comment) {
        String externalId = comment.path("externalId").asText("");
        if (!externalId.isEmpty() && actions.find(externalId).isPresent()) {
            return true;
        }
        return hasWritten(record.system(), comment.path("id").asText("")) || saidTheSame(record, comment);
    }

    private boolean hasWritten(String system, String commentId) {
        return !jdbc.queryForList(
                        "SELECT id FROM action WHERE remote_id = ? AND system = ? AND verb = 'ticket-comment'",
                        String.class,
                        commentId,
                        system)
                .isEmpty();
    }

    /** The answer to a comment may come later than the webhook that tells of it. */
    private boolean saidTheSame(FetchedRecord record, JsonNode comment) {
        List<String> payloads = jdbc.queryForList(
                "SELECT payload FROM action WHERE system = ? AND verb = 'ticket-comment' AND created_at > ?"
                        + " AND started_at IS NOT NULL AND remote_id IS NULL AND conversation_id ="
                        + " (SELECT conversation_id FROM conversation_ticket WHERE system = ? AND ticket_id = ?)",
                String.class,
                record.system(),
                clock.instant().minus(BY_TEXT).atOffset(ZoneOffset.UTC),
                record.system(),
                record.id());
        String text = normal(comment.path("text").asText(""));
        return payloads.stream().anyMatch(payload -> normal(textOf(payload)).equals(text));
    }

    private String textOf(String payload) {
        try {
            return json.readTree(payload).path("text").asText("");
        } catch (JsonProcessingException damaged) {
            return "";
        }
    }

    /** Systems change line ends and the composition of characters. */
    private static String normal(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
    }
}
