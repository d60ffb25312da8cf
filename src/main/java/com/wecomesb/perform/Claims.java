package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionRows;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Fence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims the next action of a lane. An action is claimed only when it is the oldest due and unsettled one of its lane,
 * its gates are open, it is not too late, and the conversation still has the owner that it was decided for; the
 * conversation stays locked until the claim is written, so nothing starts after a takeover.
 */
@Component
class Claims {

    /**
     * What is due within this time keeps its place: the messages of one answer pause for at most so long, and what was
     * decided behind them must not overtake them.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String HEAD = """
            SELECT * FROM action
            WHERE lane = ? AND settled_at IS NULL AND due_at <= ?
            ORDER BY lane_position LIMIT 1
            """;
    private static final String CLAIM = """
            UPDATE action SET state = 'IN_FLIGHT', owner = ?, attempt = attempt + 1, lease_until = ?,
                started_at = COALESCE(started_at, ?), reason = NULL
            WHERE id = ?
            """;

    private final JdbcTemplate jdbc;
    private final ActionRows rows;
    private final Fence fence;
    private final Gates gates;
    private final Settlement settlement;
    private final PerformSettings settings;
    private final Instance instance;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Claims(
            JdbcTemplate jdbc,
            ActionRows rows,
            Fence fence,
            Gates gates,
            Settlement settlement,
            PerformSettings settings,
            Instance instance,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fence = fence;
        this.gates = gates;
        this.settlement = settlement;
        this.settings = settings;
        this.instance = instance;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a look at a lane came to. */
    sealed interface Next {
        /** Perform this. */
        record Perform(Claim claim) implements Next {}

        /** The oldest was settled without being performed; look again. */
        record Settled(Action action) implements Next {}

        /** Nothing to do now. */
        record Nothing() implements Next {}
    }

    private record Head(
            Action action,
            ActionState state,
            int attempt,
            Instant nextAttemptAt,
            @Nullable Instant leaseUntil,
            @Nullable Instant startedAt) {}

    /** Looks without a transaction first: most looks, the one after a lane's last action among them, find nothing. */
    Next next(String lane) {
        Instant now = clock.instant();
        Head seen = head(lane, now, "").orElse(null);
        if (seen == null || !mayStart(seen, now)) {
            return new Next.Nothing();
        }
        return Objects.requireNonNull(transaction.execute(status -> claimIfStill(seen, lane, now)));
    }

    private Next claimIfStill(Head seen, String lane, Instant now) {
        boolean open = isOpen(seen.action());
        Head head = head(lane, now, " FOR UPDATE").orElse(null);
        if (head == null || !head.action().id().equals(seen.action().id()) || !mayStart(head, now)) {
            return new Next.Nothing();
        }
        return claim(head, open, now);
    }

    /** The conversation is locked before the action, as the decide step does. */
    private boolean isOpen(Action action) {
        return !action.fenced()
                || action.conversationId() == null
                || fence.isOpen(action.conversationId(), action.epoch());
    }

    private boolean hasBudget(Head head) {
        Action action = head.action();
        return head.attempt() > 0
                || action.conversationId() == null
                || !action.verb().equals("kf/send_msg")
                || fence.spendReply(action.conversationId());
    }

    private boolean mayStart(Head head, Instant now) {
        boolean free = switch (head.state()) {
            case READY, PARKED, UNKNOWN -> !head.nextAttemptAt().isAfter(now);
            case IN_FLIGHT -> head.leaseUntil() != null && head.leaseUntil().isBefore(now);
            case DONE, FAILED, SUPPRESSED, EXPIRED, SKIPPED -> false;
        };
        return free && !head.action().dueAt().isAfter(now) && !gates.closedFor(head.action());
    }

    private Next claim(Head head, boolean open, Instant now) {
        Action action = head.action();
        if (action.expiresAt() != null && action.expiresAt().isBefore(now)) {
            settlement.settleUnclaimed(action, ActionState.EXPIRED, "超过有效时间,不再执行");
            return new Next.Settled(action);
        }
        if (!open) {
            settlement.settleUnclaimed(action, ActionState.SUPPRESSED, "会话已换人负责,不再由机器人发送");
            return new Next.Settled(action);
        }
        if (!hasBudget(head)) {
            settlement.parkForBudget(action);
            return new Next.Nothing();
        }
        OffsetDateTime nowUtc = now.atOffset(ZoneOffset.UTC);
        jdbc.update(CLAIM, instance.id(), now.plus(settings.lease()).atOffset(ZoneOffset.UTC), nowUtc, action.id());
        boolean uncertain = head.state() == ActionState.UNKNOWN || head.state() == ActionState.IN_FLIGHT;
        Instant started = head.startedAt() == null ? now : head.startedAt();
        return new Next.Perform(new Claim(action, head.attempt() + 1, uncertain, started));
    }

    private Optional<Head> head(String lane, Instant now, String lock) {
        return jdbc
                .query(
                        HEAD + lock,
                        (row, number) -> new Head(
                                rows.mapRow(row, number),
                                ActionState.valueOf(row.getString("state")),
                                row.getInt("attempt"),
                                row.getObject("next_attempt_at", OffsetDateTime.class)
                                        .toInstant(),
                                ActionRows.instant(row, "lease_until"),
                                ActionRows.instant(row, "started_at")),
                        lane,
                        now.plus(LONGEST_PAUSE).atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** Whether an action of the same content went to the same person within this time. */
    boolean sentAlike(Claim claim, Instant since) {
        Action action = claim.action();
        if (action.contentHash() == null || action.kind() != ActionKind.REPLY && action.kind() != ActionKind.NOTIFY) {
            return false;
        }
        Integer others = jdbc.queryForObject(
                "SELECT count(*) FROM action WHERE content_hash = ? AND started_at > ? AND id <> ?"
                        + " AND state IN ('DONE', 'IN_FLIGHT', 'UNKNOWN')",
                Integer.class,
                action.contentHash(),
                since.atOffset(ZoneOffset.UTC),
                action.id());
        return others != null && others > 0;
    }
}
