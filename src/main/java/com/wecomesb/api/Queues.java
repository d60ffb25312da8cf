package com.wecomesb.api;

import com.wecomesb.bus.ActionKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the tables. */
@Repository
class Queues {

    private static final String UNSETTLED = """
            SELECT kind, state, count(*) AS actions, min(due_at) AS oldest FROM action
            WHERE settled_at IS NULL AND due_at <= :now
            GROUP BY kind, state ORDER BY kind, state
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Queues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The actions of one kind that are due and not settled.
     *
     * @param oldestSeconds for how long the oldest has been due
     * @param states how many are in which state
     */
    record Queue(String kind, long count, long oldestSeconds, Map<String, Long> states) {}

    private record Row(String kind, String state, long count, Instant oldest) {}

    /** One entry for each kind, also for those with nothing to do. */
    List<Queue> waiting() {
        Instant now = clock.instant();
        List<Row> rows = jdbc.sql(UNSETTLED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getString("kind"),
                        row.getString("state"),
                        row.getLong("actions"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
        List<Queue> queues = new ArrayList<>();
        for (ActionKind kind : ActionKind.destinations()) {
            queues.add(queue(kind.word(), rows, now));
        }
        return queues;
    }

    /** How many events wait for Kafka. */
    long inbox() {
        return jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single();
    }

    private static Queue queue(String kind, List<Row> rows, Instant now) {
        Map<String, Long> states = new TreeMap<>();
        long count = 0;
        long oldest = 0;
        for (Row row : rows) {
            if (row.kind().equals(kind)) {
                states.put(row.state(), row.count());
                count += row.count();
                oldest = Math.max(oldest, Duration.between(row.oldest(), now).toSeconds());
            }
        }
        return new Queue(kind, count, oldest, states);
    }
}
