package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.ActionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event's decision, before it is written. */
record Decided(
        Prepared prepared,
        EventOutcome outcome,
        @Nullable String actingRule,
        JsonNode explanation,
        @Nullable String contactId,
        @Nullable String conversationId,
        List<ActionLog.Entry> actions) {}
