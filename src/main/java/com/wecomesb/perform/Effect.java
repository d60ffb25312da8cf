package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a call of a destination came to. */
public sealed interface Effect {

    /**
     * The effect happened, now or before.
     *
     * @param result what the destination answered; nothing personal is taken from it into logs
     * @param remoteId the id that the other system gave it
     */
    record Done(@Nullable JsonNode result, @Nullable String remoteId) implements Effect {}

    /** It did not happen and may be tried again. {@code reason} is for people. */
    record Retry(String reason) implements Effect {}

    /**
     * Nothing is taken until then.
     *
     * @param wholeTarget whether that holds for everything with this target, or for this action's recipient alone
     */
    record Throttled(Instant until, boolean wholeTarget, String reason) implements Effect {}

    /** Nobody knows whether it happened. */
    record Unknown(String reason) implements Effect {}

    /** It must not happen any more: the platform says that somebody else has the conversation. */
    record Suppressed(String reason) implements Effect {}

    /** It has to wait until the customer writes again. */
    record NoBudget() implements Effect {}

    /** An operator has to mend something; until then it waits. */
    record Misconfigured(String reason) implements Effect {}

    /** It will never happen as it is. */
    record Failed(String reason, String cause) implements Effect {}
}
