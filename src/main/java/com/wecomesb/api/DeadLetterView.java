package com.wecomesb.api;

import com.wecomesb.bus.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person's decision.
 *
 * @param kind {@code event} or {@code action}
 * @param reference the event's uid or the action's id: what {@code trace} takes
 * @param state {@code OPEN}, {@code REPLAYED}, {@code DISCARDED}
 */
record DeadLetterView(
        long id,
        String kind,
        String reference,
        String type,
        String reason,
        @Nullable String cause,
        @Nullable String origin,
        int attempts,
        String state,
        Instant createdAt,
        @Nullable Instant closedAt) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.kind().word(),
                letter.reference(),
                letter.type(),
                letter.reason(),
                letter.cause(),
                letter.origin(),
                letter.attempts(),
                letter.state().name(),
                letter.createdAt(),
                letter.closedAt());
    }
}
