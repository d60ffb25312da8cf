package com.wecomesb.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated system behaves at the moment.
 *
 * @param until when it is {@link Mode#OK} again by itself; never without it
 * @param latency how long every answer is held back
 * @param status what {@link Mode#DOWN} answers
 * @param retryAfter what {@link Mode#THROTTLED} tells its callers
 */
public record Switch(Mode mode, @Nullable Instant until, Duration latency, int status, Duration retryAfter) {

    /** What a system can suffer from. */
    public enum Mode {
        OK,
        /** Answers every request with an error of the server. */
        DOWN,
        /** Closes every connection without an answer. */
        REFUSE,
        /** Answers late. */
        SLOW,
        /** Has had too many requests: 429, and 45009 for every send in WeCom. */
        THROTTLED
    }

    public static final Switch OK = new Switch(Mode.OK, null, Duration.ZERO, 0, Duration.ZERO);

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
