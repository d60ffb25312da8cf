package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event and what became of it, for whoever holds the key: {@code data} is what the customer wrote.
 *
 * @param uid its name on the bus
 * @param id the sender's own name of it, a MsgId for messages
 * @param time by the sender's clock
 * @param receivedAt by ours
 * @param outcome {@code DECIDED}, {@code UNMATCHED}, {@code TOO_LATE}, …
 * @param explanation which rules matched, which acted, which nearly did
 * @param snapshot the configuration that decided it
 */
record EventView(
        String uid,
        String source,
        String id,
        String type,
        Instant time,
        Instant receivedAt,
        Instant decidedAt,
        String outcome,
        @Nullable String actingRule,
        @Nullable String conversationId,
        @Nullable String contactId,
        String causality,
        int hops,
        JsonNode data,
        JsonNode explanation,
        String snapshot) {

    /** Whether it is the outcome of one of our own actions. */
    boolean isOutcome() {
        return source.equals("esb");
    }
}
