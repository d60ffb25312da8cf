package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.ActionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event's decision, before it is written.
 *
 * @param situation what the rules were asked about; null where they were not asked
 */
record Decided(
        Prepared prepared,
        EventOutcome outcome,
        @Nullable String actingRule,
        JsonNode explanation,
        @Nullable Situation situation,
        @Nullable String contactId,
        @Nullable String conversationId,
        List<ActionLog.Entry> actions) {}
