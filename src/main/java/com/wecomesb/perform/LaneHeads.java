package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionRows;
import com.wecomesb.action.ActionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the oldest action of a lane that is due and not settled. */
@Component
class LaneHeads {

    /**
     * What is due within this time keeps its place: the messages of one answer pause for at most so long, and what was
     * decided behind them must not overtake them.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String OLDEST = """
            SELECT * FROM action
            WHERE lane = ? AND settled_at IS NULL AND due_at <= ?
            ORDER BY lane_position LIMIT 1
            """;

    private final JdbcTemplate jdbc;
    private final ActionRows rows;
    private final Gates gates;

    LaneHeads(JdbcTemplate jdbc, ActionRows rows, Gates gates) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.gates = gates;
    }

    /**
     * An action as it was seen, without a lock.
     *
     * @param attempt how often it has been claimed
     */
    record Head(
            Action action,
            ActionState state,
            int attempt,
            Instant nextAttemptAt,
            @Nullable Instant leaseUntil,
            @Nullable Instant startedAt) {

        boolean isFreeAt(Instant now) {
            return !action.dueAt().isAfter(now)
                    && switch (state) {
                        case READY, PARKED, UNKNOWN -> !nextAttemptAt.isAfter(now);
                        case IN_FLIGHT -> leaseUntil != null && leaseUntil.isBefore(now);
                        case DONE, FAILED, SUPPRESSED, EXPIRED, SKIPPED -> false;
                    };
        }

        Claim claim(Instant now) {
            boolean uncertain = state == ActionState.UNKNOWN || state == ActionState.IN_FLIGHT;
            return new Claim(action, attempt + 1, uncertain, startedAt == null ? now : startedAt);
        }
    }

    /** The oldest of the lane, if it may start now. */
    Optional<Head> startable(String lane, Instant now) {
        return jdbc.query(OLDEST, this::head, lane, now.plus(LONGEST_PAUSE).atOffset(ZoneOffset.UTC)).stream()
                .findFirst()
                .filter(head -> head.isFreeAt(now) && !gates.closedFor(head.action()));
    }

    private Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                rows.mapRow(row, number),
                ActionState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                ActionRows.instant(row, "lease_until"),
                ActionRows.instant(row, "started_at"));
    }
}
