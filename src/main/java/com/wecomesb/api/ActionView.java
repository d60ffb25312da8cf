package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action and how far it has come.
 *
 * @param system the app or the system that it goes to
 * @param state {@code READY}, {@code IN_FLIGHT}, {@code PARKED}, {@code UNKNOWN}, {@code DONE}, {@code FAILED}, …
 * @param reason why it is in that state
 * @param attempt how often it was tried
 * @param nextAttemptAt for one that waits
 * @param remoteId its name in the other system, a ticket's number
 */
record ActionView(
        String id,
        String eventUid,
        String causality,
        String rule,
        String kind,
        String verb,
        @Nullable String system,
        String state,
        @Nullable String reason,
        int attempt,
        Instant createdAt,
        Instant dueAt,
        Instant nextAttemptAt,
        @Nullable Instant startedAt,
        @Nullable Instant settledAt,
        @Nullable Instant expiresAt,
        @Nullable String remoteId,
        JsonNode payload,
        @Nullable JsonNode result) {

    private static final Set<String> UNSETTLED = Set.of("READY", "IN_FLIGHT", "PARKED", "UNKNOWN");

    boolean isSettled() {
        return !UNSETTLED.contains(state);
    }
}
