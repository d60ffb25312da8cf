package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record as it was read from a system.
 *
 * @param system its name in the settings
 * @param kind {@code contact}, {@code order}, {@code ticket}, {@code comment}
 * @param id in that system
 * @param version as that system gives it, a time or a number; empty when it gives none
 * @param deleted whether it is gone there; then {@code canonical} may be empty
 * @param canonical the canonical document
 */
public record FetchedRecord(
        String system, String kind, String id, String version, boolean deleted, JsonNode canonical) {

    /** Without the document. */
    @Override
    public String toString() {
        return "FetchedRecord[" + kind + " " + id + " of " + system + "]";
    }
}
