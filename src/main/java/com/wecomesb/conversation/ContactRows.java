package com.wecomesb.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.database.Keys;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reads contacts; who was merged into another is answered by that one. */
@Repository
class ContactRows {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ContactRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By the ids that were asked for, locked in the order of their ids. */
    Map<String, Contact> lock(Collection<String> ids) {
        return followed(ids, " ORDER BY id FOR UPDATE");
    }

    /** By the ids that were asked for. */
    Map<String, Contact> find(Collection<String> ids) {
        return followed(ids, " ORDER BY id");
    }

    private Map<String, Contact> followed(Collection<String> ids, String ending) {
        Map<String, String> merged = new HashMap<>();
        Map<String, Contact> found = new HashMap<>(read(ids, ending, merged));
        Set<String> winners = new HashSet<>(merged.values());
        winners.removeAll(found.keySet());
        if (!winners.isEmpty()) {
            // Rare, and whoever waits for whom then is told by the database and repeats.
            found.putAll(read(winners, ending, new HashMap<>()));
        }
        merged.forEach((loser, winner) -> found.computeIfPresent(loser, (id, row) -> found.getOrDefault(winner, row)));
        return found;
    }

    private Map<String, Contact> read(Collection<String> ids, String ending, Map<String, String> merged) {
        Map<String, Contact> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        SqlArrayValue keys = Keys.of(ids);
        Map<String, Contact> rows = new HashMap<>();
        jdbc.query(
                "SELECT * FROM contact WHERE id = ANY(?)" + ending,
                row -> {
                    rows.put(row.getString("id"), row(row));
                    if (row.getString("merged_into") != null) {
                        merged.put(row.getString("id"), row.getString("merged_into"));
                    }
                },
                keys);
        Map<String, Set<String>> tags = tags(keys);
        rows.forEach((id, row) -> found.put(id, tagged(row, tags.getOrDefault(id, Set.of()))));
        return found;
    }

    private Map<String, Set<String>> tags(SqlArrayValue contacts) {
        Map<String, Set<String>> tags = new HashMap<>();
        jdbc.query(
                "SELECT contact_id, tag FROM contact_tag WHERE contact_id = ANY(?)",
                row -> {
                    tags.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                            .add(row.getString(2));
                },
                contacts);
        return tags;
    }

    private static Contact tagged(Contact bare, Set<String> tags) {
        return new Contact(bare.id(), bare.kind(), bare.name(), bare.attributes(), tags, bare.metAt());
    }

    private Contact row(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                attributes(row.getString("attributes")),
                Set.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private ObjectNode attributes(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
