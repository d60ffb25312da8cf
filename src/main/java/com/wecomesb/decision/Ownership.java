package com.wecomesb.decision;

import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import org.springframework.stereotype.Component;

/** What an event itself says about who has the conversation, before any rule is asked. */
@Component
class Ownership {

    private final DecisionSettings settings;

    Ownership(DecisionSettings settings) {
        this.settings = settings;
    }

    Conversation after(Prepared prepared, Conversation conversation) {
        return switch (prepared.event().type()) {
            case "wecom.message.received" ->
                prepared.isCustomerMessage() ? customerWrote(prepared, conversation) : conversation;
            case "wecom.message.sent" -> conversation.ownedBy(ConversationState.HUMAN);
            case "wecom.session.changed" ->
                switch (prepared.data().path("change").path("change_type").asInt()) {
                    case 1, 2, 4 -> conversation.ownedBy(ConversationState.HUMAN);
                    case 3 -> conversation.ownedBy(ConversationState.CLOSED);
                    default -> conversation;
                };
            default -> conversation;
        };
    }

    private Conversation customerWrote(Prepared prepared, Conversation conversation) {
        return conversation.customerWrote(
                prepared.event().time(),
                conversation.address().isKf() ? Conversation.KF_WINDOW : settings.resumeAfter());
    }
}
