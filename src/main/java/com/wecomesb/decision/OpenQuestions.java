package com.wecomesb.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The open questions, at most one in a conversation. Read and written while the conversation is locked. */
@Repository
class OpenQuestions {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    OpenQuestions(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By conversation. */
    Map<String, OpenQuestion> of(Collection<String> conversations) {
        Map<String, OpenQuestion> open = new HashMap<>();
        if (!conversations.isEmpty()) {
            jdbc.query(
                            "SELECT * FROM open_question WHERE conversation_id IN ("
                                    + String.join(",", Collections.nCopies(conversations.size(), "?")) + ")",
                            this::row,
                            conversations.toArray())
                    .forEach(question -> open.put(question.conversationId(), question));
        }
        return open;
    }

    void delete(Collection<String> conversations) {
        jdbc.batchUpdate(
                "DELETE FROM open_question WHERE conversation_id = ?",
                conversations.stream().map(id -> new Object[] {id}).toList());
    }

    void insert(Collection<OpenQuestion> asked) {
        List<Object[]> rows = asked.stream()
                .map(question -> new Object[] {
                    question.conversationId(),
                    question.ruleId(),
                    question.question(),
                    text(question.variables()),
                    question.eventUid(),
                    question.epoch(),
                    question.expiresAt().atOffset(ZoneOffset.UTC)
                })
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO open_question (conversation_id, rule_id, question, variables, event_uid, epoch, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private OpenQuestion row(ResultSet row, int number) throws SQLException {
        try {
            return new OpenQuestion(
                    row.getString("conversation_id"),
                    row.getString("rule_id"),
                    row.getString("question"),
                    json.readValue(row.getString("variables"), TEXTS),
                    row.getString("event_uid"),
                    row.getLong("epoch"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private String text(Map<String, String> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
