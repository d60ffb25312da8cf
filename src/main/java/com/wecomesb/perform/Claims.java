package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Fence;
import com.wecomesb.perform.LaneHeads.Head;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims the next action of a lane. An action is claimed only when it is the oldest due and unsettled one of its lane,
 * its gates are open, it is not too late, and the conversation still has the owner that it was decided for; the
 * conversation stays locked until the claim is written, so nothing starts after a takeover. Lanes that are looked at
 * at the same time share a transaction.
 */
@Component
class Claims {

    /** Only what is still as it was seen: another instance may have been quicker. */
    private static final String CLAIM = """
            UPDATE action SET state = 'IN_FLIGHT', owner = ?, attempt = attempt + 1, lease_until = ?,
                started_at = COALESCE(started_at, ?), reason = NULL
            WHERE id = ? AND state = ? AND attempt = ? AND (lease_until IS NULL OR lease_until < ?)
            """;

    private final JdbcTemplate jdbc;
    private final LaneHeads heads;
    private final Fence fence;
    private final Settlement settlement;
    private final PerformSettings settings;
    private final Instance instance;
    private final Clock clock;
    private final GroupCommit<Head, Next> together;

    Claims(
            JdbcTemplate jdbc,
            LaneHeads heads,
            Fence fence,
            Settlement settlement,
            PerformSettings settings,
            Instance instance,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.fence = fence;
        this.settlement = settlement;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
        this.together = new GroupCommit<>(transaction, this::claim);
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

    /** Looks without a transaction first: most looks, the one after a lane's last action among them, find nothing. */
    Next next(String lane) {
        Optional<Head> head = heads.startable(lane, clock.instant());
        return head.isPresent() ? together.ask(head.get()) : new Next.Nothing();
    }

    /** Locks the conversations before the actions, as the decide step does, both in the order of their ids. */
    private List<Next> claim(List<Head> seen) {
        Instant now = clock.instant();
        Map<String, Head> asked = new TreeMap<>();
        seen.forEach(head -> asked.put(head.action().id(), head));
        Fence.Held held = fence.hold(asked.values().stream()
                .map(head -> head.action().conversationId())
                .filter(Objects::nonNull)
                .toList());
        Map<String, Next> answers = new HashMap<>();
        List<Head> startable = new ArrayList<>();
        asked.forEach((id, head) ->
                refusal(head, held, now).ifPresentOrElse(answer -> answers.put(id, answer), () -> startable.add(head)));
        write(startable, now).forEach(claim -> answers.put(claim.action().id(), new Next.Perform(claim)));
        return seen.stream()
                .map(head ->
                        Objects.requireNonNullElse(answers.remove(head.action().id()), new Next.Nothing()))
                .toList();
    }

    /** Why an action does not start; what is written about it is written already. */
    private Optional<Next> refusal(Head head, Fence.Held held, Instant now) {
        Action action = head.action();
        if (action.expiresAt() != null && action.expiresAt().isBefore(now)) {
            settlement.settleUnclaimed(action, ActionState.EXPIRED, "超过有效时间,不再执行");
            return Optional.of(new Next.Settled(action));
        }
        String conversation = action.conversationId();
        if (conversation == null) {
            return Optional.empty();
        }
        if (action.fenced() && !held.isOpen(conversation, action.epoch())) {
            settlement.settleUnclaimed(action, ActionState.SUPPRESSED, "会话已换人负责,不再由机器人发送");
            return Optional.of(new Next.Settled(action));
        }
        if (costsReply(head) && !held.hasReplyLeft(conversation)) {
            settlement.parkForBudget(action);
            return Optional.of(new Next.Nothing());
        }
        return Optional.empty();
    }

    private static boolean costsReply(Head head) {
        return head.attempt() == 0 && head.action().verb().equals("kf/send_msg");
    }

    private List<Claim> write(List<Head> startable, Instant now) {
        OffsetDateTime nowUtc = now.atOffset(ZoneOffset.UTC);
        OffsetDateTime lease = now.plus(settings.lease()).atOffset(ZoneOffset.UTC);
        int[] counts = jdbc.batchUpdate(
                CLAIM,
                startable.stream()
                        .map(head -> new Object[] {
                            instance.id(),
                            lease,
                            nowUtc,
                            head.action().id(),
                            head.state().name(),
                            head.attempt(),
                            nowUtc
                        })
                        .toList());
        List<Claim> claims = new ArrayList<>();
        List<String> spent = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Head head = startable.get(i);
            if (counts[i] == 1) {
                claims.add(head.claim(now));
                if (costsReply(head)) {
                    spent.add(Objects.requireNonNull(head.action().conversationId()));
                }
            }
        }
        fence.spendReplies(spent);
        return claims;
    }

    /** Whether an action of the same content went to the same person within this time. */
    boolean sentAlike(Claim claim, Instant since) {
        Action action = claim.action();
        if (action.contentHash() == null || (action.kind() != ActionKind.REPLY && action.kind() != ActionKind.NOTIFY)) {
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
