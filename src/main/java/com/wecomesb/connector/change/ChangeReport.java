package com.wecomesb.connector.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the following of changes stands, for people. */
@Component
public class ChangeReport {

    private static final int SHOWN = 100;

    private final ChangeCursors cursors;
    private final HintedRecords hinted;
    private final JdbcTemplate jdbc;

    ChangeReport(ChangeCursors cursors, HintedRecords hinted, JdbcTemplate jdbc) {
        this.cursors = cursors;
        this.hinted = hinted;
        this.jdbc = jdbc;
    }

    /**
     * The state of everything.
     *
     * @param waiting how many records are to be fetched
     * @param records those that wait longest, at most a hundred
     */
    public record Now(List<ChangeCursors.Position> feeds, long waiting, List<WaitingRecord> records) {}

    /**
     * A record that is to be fetched.
     *
     * @param id empty: all that has changed
     * @param since when somebody first hinted at it
     * @param attempts how often it was fetched in vain
     * @param reason why
     */
    public record WaitingRecord(
            String system,
            String kind,
            String id,
            Instant since,
            Instant due,
            int attempts,
            @Nullable String reason) {}

    public Now now() {
        return new Now(
                cursors.all(),
                hinted.waiting().count(),
                jdbc.query(
                        "SELECT * FROM record_hint ORDER BY first_at LIMIT " + SHOWN,
                        (row, number) -> new WaitingRecord(
                                row.getString("system"),
                                row.getString("kind"),
                                row.getString("record_id"),
                                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                row.getInt("attempt"),
                                row.getString("reason"))));
    }
}
