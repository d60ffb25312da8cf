package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.database.Product;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The actions that wait, as the sweeper sees them. */
@Component
class Waiting {

    /** Longer than Kafka keeps an event by default, so that a replayed topic decides nothing twice. */
    private static final Duration SEEN_KEPT = Duration.ofDays(9);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ActionLog actions;
    private final ActionTopics topics;
    private final Settlement settlement;
    private final PerformSettings settings;
    private final WaitingGauges gauges;
    private final Instance instance;
    private final Clock clock;

    Waiting(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ActionLog actions,
            ActionTopics topics,
            Settlement settlement,
            PerformSettings settings,
            WaitingGauges gauges,
            Instance instance,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.actions = actions;
        this.topics = topics;
        this.settlement = settlement;
        this.settings = settings;
        this.gauges = gauges;
        this.instance = instance;
        this.clock = clock;
    }

    /** Where no other process can be, what was claimed before this start is nobody's, and its lease need not be waited for. */
    void takeBackFromDeadProcess() {
        if (Product.isOnlyOurs(jdbc)) {
            jdbc.update(
                    "UPDATE action SET state = 'UNKNOWN', next_attempt_at = ? WHERE settled_at IS NULL AND state = 'IN_FLIGHT'",
                    utc(clock.instant()));
        }
    }

    /** Says that this instance lives, and forgets those that have not said so for a day. */
    void beat() {
        OffsetDateTime now = utc(clock.instant());
        if (jdbc.update("UPDATE instance SET heartbeat_at = ? WHERE id = ?", now, instance.id()) == 0) {
            jdbc.update("DELETE FROM instance WHERE heartbeat_at < ?", now.minusDays(1));
            jdbc.update(
                    "INSERT INTO instance (id, started_at, heartbeat_at, snapshot) VALUES (?, ?, ?, '')",
                    instance.id(),
                    now,
                    now);
        }
    }

    /** The ids of those that came too late; a look-up may even be under way, it changes nothing. */
    List<String> expire(Instant now) {
        List<String> late = jdbc.queryForList(
                "SELECT id FROM action WHERE settled_at IS NULL AND expires_at < ? AND (state IN ('READY', 'PARKED', 'UNKNOWN')"
                        + " OR state = 'IN_FLIGHT' AND verb LIKE '%-find') ORDER BY expires_at LIMIT 200",
                String.class, utc(now));
        List<String> expired = new ArrayList<>();
        for (String id : late) {
            Action action = actions.find(id).orElse(null);
            if (action != null && settlement.settleUnclaimed(action, ActionState.EXPIRED, "超过有效时间,不再执行")) {
                expired.add(id);
            }
        }
        return expired;
    }

    void takeBackLostClaims(Instant now) {
        jdbc.update(
                "UPDATE action SET state = 'UNKNOWN', next_attempt_at = ?"
                        + " WHERE settled_at IS NULL AND state = 'IN_FLIGHT' AND lease_until < ?",
                utc(now),
                utc(now));
    }

    /**
     * Publishes the oldest of each lane that is due.
     *
     * @param closed scopes of gates that are closed now
     * @param lifted whether a gate has opened, so that what was published in vain goes out again at once
     */
    void publishDue(Instant now, Set<String> closed, boolean lifted) {
        List<ActionReference> due = transaction.execute(status -> {
            List<ActionReference> found = due(now, closed, lifted);
            actions.published(found);
            return found;
        });
        if (due != null && !due.isEmpty()) {
            CompletableFuture.allOf(due.stream().map(topics::publish).toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private List<ActionReference> due(Instant now, Set<String> closed, boolean lifted) {
        List<Object> arguments = new ArrayList<>();
        Instant again = lifted ? now : now.minus(settings.republishAfter());
        Collections.addAll(
                arguments, utc(now), utc(now), utc(now.minus(settings.publishGrace())), utc(again), utc(now));
        String sql = """
                SELECT a.id, a.kind, a.lane FROM action a
                WHERE a.settled_at IS NULL AND a.kind <> 'schedule'
                  AND a.state IN ('READY', 'PARKED', 'UNKNOWN') AND a.due_at <= ? AND a.next_attempt_at <= ?
                  AND (a.published_at IS NULL AND a.created_at < ? OR a.published_at < a.next_attempt_at
                       OR a.published_at < ?)
                  AND NOT EXISTS (SELECT 1 FROM action b WHERE b.lane = a.lane AND b.lane_position < a.lane_position
                       AND b.due_at <= ? AND b.settled_at IS NULL)
                """;
        for (String scope : closed) {
            sql += " AND NOT (" + condition(scope, arguments) + ")";
        }
        return jdbc.query(
                sql + " ORDER BY a.lane_position LIMIT 500 FOR UPDATE SKIP LOCKED",
                (row, number) -> new ActionReference(
                        row.getString("id"), ActionKind.of(row.getString("kind")), row.getString("lane")),
                arguments.toArray());
    }

    private static String condition(String scope, List<Object> arguments) {
        if (scope.equals("bot")) {
            return "a.fenced";
        }
        if (scope.startsWith("destination:")) {
            arguments.add(scope.substring("destination:".length()));
            return "a.kind = ?";
        }
        arguments.add(scope);
        arguments.add(scope.replaceFirst("^(app|system):", ""));
        return "a.target = ? OR a.system = ?";
    }

    void measure(Instant now) {
        gauges.measure(now);
    }

    void forgetSeen(Instant now) {
        jdbc.update("DELETE FROM seen WHERE seen_at < ?", utc(now.minus(SEEN_KEPT)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
