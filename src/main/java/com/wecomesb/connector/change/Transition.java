package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record.
 *
 * @param type of the event, {@code ticket.closed}
 * @param identity what tells it from other transitions of the record: its name and version, a comment's id
 * @param changed the fields that are new
 * @param comment the new comment; null for everything else
 * @param at when it happened, by the system's clock; null when that is not known
 */
record Transition(
        String type,
        String identity,
        Set<String> changed,
        @Nullable JsonNode comment,
        @Nullable Instant at) {

    Transition {
        changed = Set.copyOf(changed);
    }

    /** Without the comment. */
    @Override
    public String toString() {
        return "Transition[" + type + "]";
    }
}
