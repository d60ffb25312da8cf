package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.DeadLetters;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what came of an attempt, where the claim still holds: state, result, the wish for an outcome event and the
 * dead letter in one transaction, which those that come at the same time share. A claim that was lost writes nothing.
 */
@Component
class Settlement {

    private static final String WRITE = """
            UPDATE action SET state = ?, reason = ?, result = ?, remote_id = ?, settled_at = ?,
                next_attempt_at = COALESCE(CAST(? AS TIMESTAMP WITH TIME ZONE), next_attempt_at), lease_until = NULL,
                outcome_wanted = (outcome_wanted OR ?)
            WHERE id = ? AND owner = ? AND attempt = ? AND state = 'IN_FLIGHT'
            """;
    private static final String SETTLE_UNCLAIMED = """
            UPDATE action SET state = ?, reason = ?, settled_at = ?, lease_until = NULL,
                outcome_wanted = (outcome_wanted OR ?)
            WHERE id = ? AND state NOT IN ('DONE', 'FAILED', 'SUPPRESSED', 'EXPIRED', 'SKIPPED')
            """;

    private final JdbcTemplate jdbc;
    private final DeadLetters deadLetters;
    private final OutcomeInterest interest;
    private final Verdicts verdicts;
    private final Instance instance;
    private final Clock clock;
    private final GroupCommit<Verdict, Optional<ActionState>> together;

    Settlement(
            JdbcTemplate jdbc,
            DeadLetters deadLetters,
            OutcomeInterest interest,
            Verdicts verdicts,
            Instance instance,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.deadLetters = deadLetters;
        this.interest = interest;
        this.verdicts = verdicts;
        this.instance = instance;
        this.clock = clock;
        this.together = new GroupCommit<>(transaction, this::write);
    }

    /** The state that the action is in afterwards; null when the claim was lost in the meantime. */
    @Nullable
    ActionState settle(Claim claim, Effect effect) {
        return together.ask(verdicts.of(claim, effect)).orElse(null);
    }

    /** The states that they are in afterwards; empty where the claim was lost. */
    private List<Optional<ActionState>> write(List<Verdict> verdicts) {
        int[] counts =
                jdbc.batchUpdate(WRITE, verdicts.stream().map(this::values).toList());
        List<Optional<ActionState>> states = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Verdict verdict = verdicts.get(i);
            if (counts[i] == 1 && verdict.state() == ActionState.FAILED) {
                addDeadLetter(verdict);
            }
            states.add(counts[i] == 1 ? Optional.of(verdict.state()) : Optional.empty());
        }
        return states;
    }

    private Object[] values(Verdict verdict) {
        Action action = verdict.claim().action();
        boolean settled = verdict.state().settled();
        return new Object[] {
            verdict.state().name(),
            shortened(verdict.reason()),
            verdict.result(),
            verdict.remoteId(),
            settled ? now() : null,
            verdict.until() == null ? null : verdict.until().atOffset(ZoneOffset.UTC),
            settled && wanted(action, verdict.state()),
            action.id(),
            instance.id(),
            verdict.claim().attempt()
        };
    }

    private void addDeadLetter(Verdict verdict) {
        Action action = verdict.claim().action();
        deadLetters.addAction(
                action.id(),
                action.kind().word() + "." + action.verb(),
                Objects.requireNonNull(verdict.reason()),
                Objects.requireNonNull(verdict.cause()),
                verdict.claim().attempt(),
                action.snapshot());
    }

    /** For an action that nobody performs; true when it was not settled before. */
    @Transactional
    public boolean settleUnclaimed(Action action, ActionState state, String reason) {
        return jdbc.update(SETTLE_UNCLAIMED, state.name(), reason, now(), wanted(action, state), action.id()) == 1;
    }

    /** Until the customer writes again. */
    @Transactional
    public void parkForBudget(Action action) {
        jdbc.update(
                "UPDATE action SET state = 'PARKED', reason = ?, next_attempt_at = ? WHERE id = ?",
                Verdicts.REPLY_BUDGET,
                verdicts.untilItExpires(action).atOffset(ZoneOffset.UTC),
                action.id());
    }

    /** Whether somebody reacts to it: a branch of the action, a rule, or whoever looks after failures. */
    boolean wanted(Action action, ActionState state) {
        return action.outcomeWanted() || state == ActionState.FAILED || interest.wants(Outcomes.type(action, state));
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= 500 ? reason : reason.substring(0, 500);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
