package com.wecomesb.decision;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.rule.Delay;
import com.wecomesb.rule.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides one event in memory: what it changes by itself, and who reacts to it. */
@Component
class Decider {

    private final DecisionSettings settings;
    private final Ownership ownership;
    private final Reception reception;
    private final Judgement judgement;
    private final Acting acting;
    private final Continuation continuation;
    private final Handover handover;
    private final Clock clock;

    Decider(
            DecisionSettings settings,
            Ownership ownership,
            Reception reception,
            Judgement judgement,
            Acting acting,
            Continuation continuation,
            Handover handover,
            Clock clock) {
        this.settings = settings;
        this.ownership = ownership;
        this.reception = reception;
        this.judgement = judgement;
        this.acting = acting;
        this.continuation = continuation;
        this.handover = handover;
        this.clock = clock;
    }

    Decided decide(Prepared prepared, Memory memory, Policy policy) {
        return decide(prepared, memory, policy, clock.instant());
    }

    /** The same as if it were then. */
    Decided decide(Prepared prepared, Memory memory, Policy policy, Instant now) {
        Contact contact = contact(prepared, memory);
        if (contact != null) {
            contact = contact.shownAs(
                    prepared.data().path("customer").path("name").asText(null));
            memory.keep(contact);
            memory.happened(
                    contact.id(), prepared.event().type(), prepared.event().time());
        }
        Conversation found = conversation(prepared, memory);
        Conversation conversation = found;
        if (conversation != null) {
            conversation = ownership.after(prepared, conversation);
            memory.keep(conversation);
            cancelWhatWaited(prepared, conversation, memory);
        }
        Turn turn = new Turn(prepared, memory, policy, contact, found, conversation, now);
        if (prepared.event().hops() > settings.maxHops()) {
            return turn.nothing(EventOutcome.LOOP_CUT, "一连串自动处理超过 " + settings.maxHops() + " 次,已截断");
        }
        if (prepared.outcomeOf() != null) {
            Decided continued = continuation.goOn(turn, prepared.outcomeOf());
            return continued == null ? react(turn) : continued;
        }
        return prepared.isCustomerMessage() && conversation != null
                ? reception.receive(turn, conversation)
                : react(turn);
    }

    private static void cancelWhatWaited(Prepared prepared, Conversation conversation, Memory memory) {
        if (prepared.isCustomerMessage()) {
            memory.cancellations().happened(conversation.id(), Delay.ANSWERED);
        } else if (prepared.event().type().equals("wecom.message.sent")) {
            memory.cancellations().happened(conversation.id(), Delay.SERVED);
        }
    }

    /** Any event that is not a customer's message: rules may react to it, nobody expects an answer. */
    private Decided react(Turn turn) {
        Verdict verdict = judgement.of(turn);
        return verdict.acting().isEmpty()
                ? turn.decided(EventOutcome.NOTED, null, verdict.explanation(), List.of())
                : acting.act(turn, verdict);
    }

    /** For an event that cannot be decided: a customer whose message it is goes to people. */
    Decided giveUp(Prepared prepared, Memory memory, Policy policy) {
        Conversation conversation = conversation(prepared, memory);
        Turn turn = new Turn(
                prepared, memory, policy, contact(prepared, memory), conversation, conversation, clock.instant());
        String reason = "处理失败,已进入死信,转人工";
        return prepared.isCustomerMessage() && conversation != null && conversation.state() == ConversationState.BOT
                ? handover.silently(turn, conversation, EventOutcome.POISON, Turn.note(reason))
                : turn.nothing(EventOutcome.POISON, reason);
    }

    private static @Nullable Contact contact(Prepared prepared, Memory memory) {
        return memory.contact(
                prepared.acquaintance() == null ? null : prepared.acquaintance().id());
    }

    private static @Nullable Conversation conversation(Prepared prepared, Memory memory) {
        return memory.conversation(
                prepared.opening() == null ? null : prepared.opening().id());
    }
}
