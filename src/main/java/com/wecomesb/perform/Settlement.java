package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.DeadLetters;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what came of an attempt, where the claim still holds: state, result, the wish for an outcome event and the
 * dead letter in one transaction. A claim that was lost writes nothing.
 */
@Component
class Settlement {

    /** The reason of actions that wait for the customer to write; the decide step looks for it. */
    static final String REPLY_BUDGET = "reply-budget";

    private static final String SETTLE = """
            UPDATE action SET state = ?, reason = ?, result = ?, remote_id = ?, settled_at = ?, lease_until = NULL,
                outcome_wanted = (outcome_wanted OR ?)
            WHERE id = ? AND owner = ? AND attempt = ? AND state = 'IN_FLIGHT'
            """;
    private static final String POSTPONE = """
            UPDATE action SET state = ?, reason = ?, next_attempt_at = ?, lease_until = NULL
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
    private final PerformSettings settings;
    private final Instance instance;
    private final Clock clock;

    Settlement(
            JdbcTemplate jdbc,
            DeadLetters deadLetters,
            OutcomeInterest interest,
            PerformSettings settings,
            Instance instance,
            Clock clock) {
        this.jdbc = jdbc;
        this.deadLetters = deadLetters;
        this.interest = interest;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
    }

    /** The state that the action is in afterwards; empty when the claim was lost in the meantime. */
    @Transactional
    public @Nullable ActionState settle(Claim claim, Effect effect) {
        if (effect instanceof Effect.Done done) {
            String result = done.result() == null ? null : done.result().toString();
            return settled(claim, ActionState.DONE, null, result, done.remoteId());
        }
        if (effect instanceof Effect.Suppressed suppressed) {
            return settled(claim, ActionState.SUPPRESSED, suppressed.reason(), null, null);
        }
        if (effect instanceof Effect.Failed failed) {
            return fail(claim, failed.reason(), failed.cause());
        }
        if (effect instanceof Effect.Throttled throttled) {
            return postponed(claim, ActionState.PARKED, throttled.reason(), throttled.until());
        }
        if (effect instanceof Effect.Misconfigured misconfigured) {
            return postponed(
                    claim,
                    ActionState.PARKED,
                    misconfigured.reason(),
                    clock.instant().plus(settings.configurationPause()));
        }
        if (effect instanceof Effect.NoBudget) {
            return postponed(claim, ActionState.PARKED, REPLY_BUDGET, untilItExpires(claim.action()));
        }
        return again(claim, effect);
    }

    private @Nullable ActionState again(Claim claim, Effect effect) {
        boolean unknown = effect instanceof Effect.Unknown;
        String reason = effect instanceof Effect.Unknown lost
                ? lost.reason()
                : effect instanceof Effect.Retry retry ? retry.reason() : effect.toString();
        Instant now = clock.instant();
        if (claim.firstStartedAt().plus(settings.giveUpAfter()).isBefore(now)) {
            return fail(claim, reason + ",重试太久,已放弃", effect.getClass().getSimpleName());
        }
        return postponed(
                claim,
                unknown ? ActionState.UNKNOWN : ActionState.PARKED,
                reason,
                now.plus(settings.pauseBefore(claim.attempt())));
    }

    private @Nullable ActionState fail(Claim claim, String reason, String cause) {
        ActionState state = settled(claim, ActionState.FAILED, reason, null, null);
        if (state != null) {
            Action action = claim.action();
            deadLetters.addAction(
                    action.id(),
                    action.kind().word() + "." + action.verb(),
                    reason,
                    cause,
                    claim.attempt(),
                    action.snapshot());
        }
        return state;
    }

    private @Nullable ActionState settled(
            Claim claim,
            ActionState state,
            @Nullable String reason,
            @Nullable String result,
            @Nullable String remoteId) {
        int rows = jdbc.update(
                SETTLE,
                state.name(),
                shortened(reason),
                result,
                remoteId,
                now(),
                wanted(claim.action(), state),
                claim.action().id(),
                instance.id(),
                claim.attempt());
        return rows == 1 ? state : null;
    }

    private @Nullable ActionState postponed(Claim claim, ActionState state, String reason, Instant until) {
        int rows = jdbc.update(
                POSTPONE,
                state.name(),
                shortened(reason),
                until.atOffset(ZoneOffset.UTC),
                claim.action().id(),
                instance.id(),
                claim.attempt());
        return rows == 1 ? state : null;
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
                REPLY_BUDGET,
                untilItExpires(action).atOffset(ZoneOffset.UTC),
                action.id());
    }

    private Instant untilItExpires(Action action) {
        return action.expiresAt() == null ? clock.instant().plus(settings.giveUpAfter()) : action.expiresAt();
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
