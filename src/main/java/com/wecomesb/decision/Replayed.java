package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored event that two sets of rules were asked about.
 *
 * @param decidedAt when it was decided; both were asked as if it were then
 * @param data the event's own data
 * @param recorded the rule that really acted; null where none did
 * @param snapshot the configuration that really decided it
 */
public record Replayed(
        String uid,
        Instant decidedAt,
        String type,
        JsonNode data,
        @Nullable String recorded,
        String snapshot,
        Choice before,
        Choice after) {

    public boolean isChanged() {
        return !before.isSameAs(after);
    }

    /** Without what a customer wrote. */
    @Override
    public String toString() {
        return "Replayed[" + type + " " + uid + "]";
    }
}
