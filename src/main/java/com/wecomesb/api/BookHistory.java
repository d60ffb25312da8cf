package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.action.ActionRows;
import com.wecomesb.book.Hits;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the stored events tell of reply books. It is read when somebody asks, so that deciding pays nothing for it. */
@Repository
class BookHistory {

    /** The latest events without an answer that are looked at. */
    private static final int MOST_UNANSWERED = 20_000;

    private static final String HITS = """
            SELECT acting_rule, count(*) AS hits, max(happened_at) AS last_at FROM event
            WHERE acting_rule IS NOT NULL AND outcome = 'DECIDED' GROUP BY acting_rule
            """;
    private static final String UNANSWERED = """
            SELECT data, happened_at FROM event
            WHERE outcome = 'UNMATCHED' AND type = 'wecom.message.received' ORDER BY seq DESC LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BookHistory(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How often each rule has acted, by its id. */
    Map<String, Hits> hits() {
        Map<String, Hits> hits = new HashMap<>();
        jdbc.sql(HITS).query(row -> {
            hits.put(row.getString("acting_rule"), new Hits(row.getLong("hits"), instant(row, "last_at")));
        });
        return hits;
    }

    /** A customer's message that got a fallback. */
    record Unanswered(String text, Instant at) {

        /** Without the text: it is a customer's. */
        @Override
        public String toString() {
            return "Unanswered[" + at + "]";
        }
    }

    /** The latest first; messages without text are left out. */
    List<Unanswered> unanswered() {
        return jdbc
                .sql(UNANSWERED)
                .param("most", MOST_UNANSWERED)
                .query((row, number) -> new Unanswered(text(row.getBytes("data")), instant(row, "happened_at")))
                .list()
                .stream()
                .filter(message -> !message.text().isBlank())
                .toList();
    }

    private String text(byte[] data) {
        try {
            JsonNode read = json.readTree(data);
            return read.path("message").path("text").asText("");
        } catch (IOException otherData) {
            return "";
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ActionRows.instant(row, column));
    }
}
