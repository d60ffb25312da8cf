package com.wecomesb.decision;

import com.wecomesb.rule.condition.Counted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What contacts did before, for rules that count it: one query for a batch. Read while the contacts are locked. */
@Repository
public class PastEvents {

    private static final String QUERY = """
            SELECT contact_id, type, happened_at FROM (
                SELECT contact_id, type, happened_at,
                    ROW_NUMBER() OVER (PARTITION BY contact_id, type ORDER BY happened_at DESC) AS place
                FROM event WHERE contact_id IN (%s) AND type IN (%s) AND happened_at > ?) AS latest
            WHERE place <= ?
            """;

    private final JdbcTemplate jdbc;

    PastEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A contact and a type of its events. */
    public record Kind(String contactId, String eventType) {}

    /**
     * When the latest of them happened.
     *
     * @param earliest the time of the batch's first event
     */
    public Map<Kind, List<Instant>> of(Collection<String> contacts, Counted counted, Instant earliest) {
        Map<Kind, List<Instant>> past = new HashMap<>();
        if (contacts.isEmpty() || counted.isNothing()) {
            return past;
        }
        List<Object> arguments = new ArrayList<>(contacts);
        arguments.addAll(counted.eventTypes());
        arguments.add(earliest.minus(counted.within()).atOffset(ZoneOffset.UTC));
        arguments.add(counted.enough());
        jdbc.query(
                QUERY.formatted(marks(contacts), marks(counted.eventTypes())),
                row -> {
                    past.computeIfAbsent(kind(row), kind -> new ArrayList<>()).add(happenedAt(row));
                },
                arguments.toArray());
        return past;
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return new Kind(row.getString(1), row.getString(2));
    }

    private static Instant happenedAt(ResultSet row) throws SQLException {
        return row.getObject(3, OffsetDateTime.class).toInstant();
    }

    private static String marks(Collection<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }
}
