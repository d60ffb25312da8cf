package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.understanding.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * An event with everything about it that needs neither the database nor a lock.
 *
 * @param item the record that it came in
 * @param data its parsed data
 * @param acquaintance the contact that it speaks of
 * @param opening the conversation that it belongs to
 * @param outcomeOf the action whose outcome it is
 * @param understanding what a customer's text means
 */
record Prepared(
        EventBatch.Item item,
        JsonNode data,
        Contacts.@Nullable Acquaintance acquaintance,
        Conversations.@Nullable Opening opening,
        @Nullable String outcomeOf,
        Understanding understanding) {

    Prepared understoodAs(Understanding meaning) {
        return new Prepared(item, data, acquaintance, opening, outcomeOf, meaning);
    }

    Prepared about(JsonNode otherData) {
        return new Prepared(item, otherData, acquaintance, opening, outcomeOf, understanding);
    }

    Event event() {
        return item.event();
    }

    String text() {
        return data.path("message").path("text").asText("");
    }

    boolean isCustomerMessage() {
        return event().type().equals("wecom.message.received")
                && data.path("origin").asText().equals("customer");
    }
}
