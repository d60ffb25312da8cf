package com.wecomesb.decision;

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

/** When rules with a cooldown last acted for a contact. Read and written while the contact is locked. */
@Repository
class RuleUses {

    private final JdbcTemplate jdbc;

    RuleUses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule and the contact that it acted for. */
    record Use(String contactId, String ruleId) {}

    Map<Use, Instant> of(Collection<String> contacts) {
        Map<Use, Instant> uses = new HashMap<>();
        if (!contacts.isEmpty()) {
            jdbc.query(
                    "SELECT contact_id, rule_id, last_at FROM rule_use WHERE contact_id IN ("
                            + String.join(",", Collections.nCopies(contacts.size(), "?")) + ")",
                    row -> {
                        uses.put(
                                new Use(row.getString(1), row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant());
                    },
                    contacts.toArray());
        }
        return uses;
    }

    /** @param before as {@link #of} gave it: what was there is updated, the rest is new */
    void save(Map<Use, Instant> changed, Map<Use, Instant> before) {
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        changed.forEach((use, at) -> (before.containsKey(use) ? updates : inserts)
                .add(new Object[] {at.atOffset(ZoneOffset.UTC), use.contactId(), use.ruleId()}));
        jdbc.batchUpdate("UPDATE rule_use SET last_at = ? WHERE contact_id = ? AND rule_id = ?", updates);
        jdbc.batchUpdate("INSERT INTO rule_use (last_at, contact_id, rule_id) VALUES (?, ?, ?)", inserts);
    }
}
