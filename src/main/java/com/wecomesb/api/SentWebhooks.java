package com.wecomesb.api;

import com.wecomesb.connector.webhook.WebhookTargets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the webhooks that went out, or are to. */
@Repository
class SentWebhooks {

    private static final String DELIVERIES = """
            SELECT id, system, event_uid, rule_id, state, attempt, reason, created_at, next_attempt_at, started_at, settled_at,
                lane_position
            FROM action WHERE lane IN (:lanes) AND lane_position < :before
            ORDER BY lane_position DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final WebhookTargets targets;

    SentWebhooks(JdbcClient jdbc, WebhookTargets targets) {
        this.jdbc = jdbc;
        this.targets = targets;
    }

    /**
     * One message to one target.
     *
     * @param id its {@code webhook-id}, the same in every attempt
     * @param target by its name in the settings
     * @param event the event that it tells of
     * @param state {@code DONE}: the target answered 2xx
     * @param reason why not
     * @param nextAttemptAt null when there will be none
     */
    record Delivery(
            String id,
            String target,
            String event,
            String rule,
            String state,
            int attempts,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant settledAt,
            @Nullable Instant nextAttemptAt) {}

    private record Row(long position, Delivery delivery) {}

    /** The newest first; {@code target} null: to all. */
    Page<Delivery> list(@Nullable String target, Cursor cursor) {
        Collection<String> names = target == null ? targets.names() : List.of(target);
        if (names.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Row> rows = new ArrayList<>(jdbc.sql(DELIVERIES)
                .param("lanes", names.stream().map(name -> "webhook:" + name).toList())
                .param("before", cursor.before())
                .param("limit", cursor.limit() + 1)
                .query((row, number) -> new Row(
                        row.getLong("lane_position"),
                        new Delivery(
                                row.getString("id"),
                                row.getString("system"),
                                row.getString("event_uid"),
                                row.getString("rule_id"),
                                row.getString("state"),
                                row.getInt("attempt"),
                                row.getString("reason"),
                                Objects.requireNonNull(at(row.getObject("created_at", OffsetDateTime.class))),
                                at(row.getObject("started_at", OffsetDateTime.class)),
                                at(row.getObject("settled_at", OffsetDateTime.class)),
                                row.getObject("settled_at") == null
                                        ? at(row.getObject("next_attempt_at", OffsetDateTime.class))
                                        : null)))
                .list());
        boolean more = rows.size() > cursor.limit();
        List<Row> shown = more ? rows.subList(0, cursor.limit()) : rows;
        return new Page<>(
                shown.stream().map(Row::delivery).toList(),
                more ? Long.toString(shown.get(shown.size() - 1).position()) : null);
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
