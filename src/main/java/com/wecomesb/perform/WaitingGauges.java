package com.wecomesb.perform;

import com.wecomesb.action.ActionRows;
import com.wecomesb.bus.ActionKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many actions wait for each kind of destination, and for how long the oldest has. */
@Component
class WaitingGauges {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private volatile Map<ActionKind, Queue> queues = new EnumMap<>(ActionKind.class);
    private Instant next = Instant.EPOCH;

    WaitingGauges(JdbcTemplate jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        for (ActionKind kind : ActionKind.values()) {
            Gauge.builder("esb.actions.waiting", () -> queue(kind).count())
                    .tag("kind", kind.word())
                    .register(meters);
            Gauge.builder("esb.actions.oldest.seconds", () -> queue(kind).oldestSeconds())
                    .tag("kind", kind.word())
                    .register(meters);
        }
    }

    private record Queue(long count, long oldestSeconds) {}

    private Queue queue(ActionKind kind) {
        return queues.getOrDefault(kind, new Queue(0, 0));
    }

    void measure(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        Map<ActionKind, Queue> measured = new EnumMap<>(ActionKind.class);
        jdbc.query(
                "SELECT kind, count(*) AS waiting, min(due_at) AS oldest FROM action"
                        + " WHERE settled_at IS NULL GROUP BY kind",
                row -> {
                    Instant oldest = ActionRows.instant(row, "oldest");
                    long age = oldest == null
                            ? 0
                            : Math.max(0, Duration.between(oldest, now).toSeconds());
                    measured.put(ActionKind.of(row.getString("kind")), new Queue(row.getLong("waiting"), age));
                });
        queues = measured;
    }
}
