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
 * @param background what the chain of decisions began with
 * @param conversation as it is after the decision
 * @param contact as it is after the decision
 * @param context what templates see
 * @param wantedAt since when the actions are wanted: before {@code now} when a delay ended while the bus was down
 * @param epoch what the actions carry
 * @param unless what makes a message to the customer pointless while it waits, as in {@code Action}
 * @param origin names the rule and, for branches, the way to them; ids of actions are derived from it
 */
record Scene(
        Event event,
        Background background,
        @Nullable Conversation conversation,
        @Nullable Contact contact,
        Map<String, Object> context,
        Policy policy,
        Memory memory,
        Instant now,
        Instant wantedAt,
        long epoch,
        @Nullable String unless,
        String origin) {

    JsonNode data() {
        return background.data();
    }

    /** The same for a branch that is taken at once. */
    Scene branch(String actionId, String branch) {
        return new Scene(
                event,
                background,
                conversation,
                contact,
                context,
                policy,
                memory,
                now,
                wantedAt,
                epoch,
                unless,
                origin + "/" + branch + ":" + actionId);
    }

    /** The same after the conversation has another owner; what is planned belongs to the new epoch. */
    Scene ownedAnew(Conversation owned) {
        return new Scene(
                event,
                background,
                owned,
                contact,
                context,
                policy,
                memory,
                now,
                wantedAt,
                owned.epoch(),
                unless,
                origin);
    }

    /** Without what a customer wrote. */
    @Override
    public String toString() {
        return "Scene[" + event.uid() + " " + origin + "]";
    }
}
