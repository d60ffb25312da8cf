package com.wecomesb.perform;

import com.wecomesb.action.Action;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an attempt's effect means for its action: settled, or tried again and when. */
@Component
class Verdicts {

    /** The reason of actions that wait for the customer to write; the decide step looks for it. */
    static final String REPLY_BUDGET = "reply-budget";

    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

    private final PerformSettings settings;
    private final Clock clock;

    Verdicts(PerformSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Verdict of(Claim claim, Effect effect) {
        if (effect instanceof Effect.Done done) {
            return Verdict.done(claim, done);
        }
        if (effect instanceof Effect.Suppressed suppressed) {
            return Verdict.suppressed(claim, suppressed.reason());
        }
        if (effect instanceof Effect.Failed failed) {
            return Verdict.failed(claim, failed.reason(), failed.cause());
        }
        if (effect instanceof Effect.Throttled throttled) {
            return Verdict.parked(claim, throttled.reason(), throttled.until());
        }
        if (effect instanceof Effect.Misconfigured misconfigured) {
            if (claim.attempt() == 1) {
                log.atWarn()
                        .addKeyValue("action", claim.action().id())
                        .addKeyValue("target", claim.action().target())
                        .addKeyValue("reason", misconfigured.reason())
                        .log("an action waits until the settings are mended");
            }
            return Verdict.parked(claim, misconfigured.reason(), clock.instant().plus(settings.configurationPause()));
        }
        if (effect instanceof Effect.NoBudget) {
            return Verdict.parked(claim, REPLY_BUDGET, untilItExpires(claim.action()));
        }
        return again(claim, effect);
    }

    private Verdict again(Claim claim, Effect effect) {
        String reason = effect instanceof Effect.Unknown lost
                ? lost.reason()
                : effect instanceof Effect.Retry retry ? retry.reason() : effect.toString();
        Instant now = clock.instant();
        if (claim.firstStartedAt().plus(settings.giveUpAfter()).isBefore(now)) {
            return Verdict.failed(claim, reason + ",重试太久,已放弃", effect.getClass().getSimpleName());
        }
        Instant until = now.plus(settings.pauseBefore(claim.attempt()));
        return effect instanceof Effect.Unknown
                ? Verdict.unknown(claim, reason, until)
                : Verdict.parked(claim, reason, until);
    }

    /** Until the customer writes again, or it is too late. */
    Instant untilItExpires(Action action) {
        return action.expiresAt() == null ? clock.instant().plus(settings.giveUpAfter()) : action.expiresAt();
    }
}
