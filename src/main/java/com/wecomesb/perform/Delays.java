package com.wecomesb.perform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the delays whose time has come. The end is an outcome like any other: it goes to the bus, and the decide step
 * goes on with what was planned, once.
 */
@Component
class Delays {

    private static final String DUE = """
            SELECT id FROM action
            WHERE settled_at IS NULL AND kind = 'schedule' AND state = 'READY' AND next_attempt_at <= ?
            ORDER BY next_attempt_at LIMIT 200 FOR UPDATE SKIP LOCKED
            """;
    private static final String END = """
            UPDATE action SET state = 'DONE', started_at = ?, settled_at = ?
            WHERE id = ? AND kind = 'schedule' AND state = 'READY'
            """;

    private final JdbcTemplate jdbc;

    Delays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of those that ended; rows that another instance works on are passed over. */
    @Transactional
    public List<String> end(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<String> due = jdbc.queryForList(DUE, String.class, at);
        jdbc.batchUpdate(END, due.stream().map(id -> new Object[] {at, at, id}).toList());
        return due;
    }
}
