package com.wecomesb.perform;

import com.wecomesb.action.ActionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about an attempt.
 *
 * @param reason for people
 * @param result what the destination answered, JSON
 * @param until when it is tried again, for a state that does not settle it
 * @param cause of a failure, for its dead letter
 */
record Verdict(
        Claim claim,
        ActionState state,
        @Nullable String reason,
        @Nullable String result,
        @Nullable String remoteId,
        @Nullable Instant until,
        @Nullable String cause) {

    static Verdict done(Claim claim, Effect.Done done) {
        String result = done.result() == null ? null : done.result().toString();
        return new Verdict(claim, ActionState.DONE, null, result, done.remoteId(), null, null);
    }

    static Verdict suppressed(Claim claim, String reason) {
        return new Verdict(claim, ActionState.SUPPRESSED, reason, null, null, null, null);
    }

    static Verdict failed(Claim claim, String reason, String cause) {
        return new Verdict(claim, ActionState.FAILED, reason, null, null, null, cause);
    }

    static Verdict parked(Claim claim, String reason, Instant until) {
        return new Verdict(claim, ActionState.PARKED, reason, null, null, until, null);
    }

    static Verdict unknown(Claim claim, String reason, Instant until) {
        return new Verdict(claim, ActionState.UNKNOWN, reason, null, null, until, null);
    }
}
