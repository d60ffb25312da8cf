package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.Event;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the actions of one rule are planned from.
 *
 * @param event what is decided on
 * @param data the event's data; of the first event when this is about an outcome
 * @param conversation as it is after the decision
 * @param contact as it is after the decision
 * @param context what templates see
 * @param epoch what the actions carry
 * @param origin names the rule and, for branches, the way to them; ids of actions are derived from it
 */
record Scene(
        Event event,
        JsonNode data,
        @Nullable Conversation conversation,
        @Nullable Contact contact,
        Map<String, Object> context,
        Policy policy,
        Memory memory,
        Instant now,
        long epoch,
        String origin) {}
