package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;

/** Changes a value on its way from source to target. Immutable and thread-safe. */
@FunctionalInterface
public interface Step {

    /**
     * Changes one value that is there; what a step refuses it says to {@code refusal}, and the answer then means nothing.
     */
    JsonNode apply(JsonNode value, Refusal refusal);
}
