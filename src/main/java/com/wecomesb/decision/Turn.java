package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.Event;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event with the people it concerns, while it is decided.
 *
 * @param contact as the event found it
 * @param found the conversation as the event found it
 * @param conversation as the event itself leaves it; {@link #current} is how it is after what was decided so far
 * @param aboutUid the event that what is to be done concerns; this one, but for what a customer has said yes to
 */
record Turn(
        Prepared prepared,
        Memory memory,
        Policy policy,
        @Nullable Contact contact,
        @Nullable Conversation found,
        @Nullable Conversation conversation,
        Instant now,
        String aboutUid) {

    Turn(
            Prepared prepared,
            Memory memory,
            Policy policy,
            @Nullable Contact contact,
            @Nullable Conversation found,
            @Nullable Conversation conversation,
            Instant now) {
        this(
                prepared,
                memory,
                policy,
                contact,
                found,
                conversation,
                now,
                prepared.event().uid());
    }

    Event event() {
        return prepared.event();
    }

    @Nullable
    Conversation current() {
        return conversation == null ? null : memory.conversation(conversation.id());
    }

    /** The same event, where what is to be done concerns another message. */
    Turn about(String uid, JsonNode data) {
        return new Turn(prepared.about(data), memory, policy, contact, found, conversation, now, uid);
    }

    Decided decided(
            EventOutcome outcome, @Nullable String rule, ObjectNode explanation, List<ActionLog.Entry> actions) {
        return new Decided(
                prepared,
                outcome,
                rule,
                explanation,
                memory.situation(event().uid()),
                contact == null ? null : contact.id(),
                conversation == null ? null : conversation.id(),
                actions);
    }

    /** A decision that does nothing, with the reason in words for people. */
    Decided nothing(EventOutcome outcome, String reason) {
        return decided(outcome, null, note(reason), List.of());
    }

    /** The explanation of a decision that no rule was asked for. */
    static ObjectNode note(String reason) {
        return Verdict.none().explanation().put("note", reason);
    }
}
