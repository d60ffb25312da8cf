package com.wecomesb.sync;

import com.wecomesb.database.Keys;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** When the fields of linked contacts were last changed here, table {@code contact_change}. Within the caller's transaction. */
@Repository
class ChangeTimes {

    private final JdbcTemplate jdbc;

    ChangeTimes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A field that was changed. */
    record Changed(String contact, String field, Instant at) {}

    Map<String, Map<String, Instant>> of(Collection<String> contacts) {
        Map<String, Map<String, Instant>> times = new HashMap<>();
        if (!contacts.isEmpty()) {
            jdbc.query(
                    "SELECT contact_id, field, changed_at FROM contact_change WHERE contact_id = ANY(?)",
                    row -> {
                        times.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                                .put(
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant());
                    },
                    Keys.of(contacts));
        }
        return times;
    }

    /** The contacts are locked, so nobody writes the same rows. */
    void note(Collection<Changed> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Changed change : changes) {
            keys.add(new Object[] {change.contact(), change.field()});
            rows.add(new Object[] {change.contact(), change.field(), change.at().atOffset(ZoneOffset.UTC)});
        }
        jdbc.batchUpdate("DELETE FROM contact_change WHERE contact_id = ? AND field = ?", keys);
        jdbc.batchUpdate("INSERT INTO contact_change (contact_id, field, changed_at) VALUES (?, ?, ?)", rows);
    }
}
