package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Changes a value on its way from source to target. Immutable and thread-safe. */
@FunctionalInterface
public interface Step {

    /**
     * Changes one value that is there; what a step refuses it says to {@code refusal}, and the answer then means nothing.
     */
    JsonNode apply(JsonNode value, Refusal refusal);

    /** The kinds of value that it does not refuse always. */
    default Set<Kind> takes() {
        return Kind.ALL;
    }

    /** What may come of values of these kinds. */
    default Set<Kind> gives(Set<Kind> kinds) {
        return Kind.ALL;
    }

    /** All values that may come of it, where these are few and known. */
    default Optional<Set<JsonNode>> outcomes() {
        return Optional.empty();
    }

    default WayBack back() {
        return WayBack.none();
    }
}
