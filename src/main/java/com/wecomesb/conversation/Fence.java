package com.wecomesb.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asked within the transaction that claims actions: after a takeover nothing of an older epoch starts, because the
 * conversation is locked until the claim is written.
 */
@Component
public class Fence {

    private final Conversations conversations;

    Fence(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Locks these conversations until the transaction ends. */
    public Held hold(Collection<String> conversationIds) {
        return new Held(conversations.lock(conversationIds));
    }

    /** Conversations that do not change while they are asked. */
    public static final class Held {

        private final Map<String, Conversation> locked;

        Held(Map<String, Conversation> locked) {
            this.locked = locked;
        }

        /** Whether the conversation still has the owner of that epoch. */
        public boolean isOpen(String conversationId, long epoch) {
            Conversation conversation = locked.get(conversationId);
            return conversation != null && conversation.epoch() == epoch;
        }

        /** Whether WeCom lets us send another message before the customer writes again (微信客服 only). */
        public boolean hasReplyLeft(String conversationId) {
            Conversation conversation = locked.get(conversationId);
            return conversation != null && conversation.replyBudget() > 0;
        }
    }

    /** Takes one message each from what WeCom lets us send; within the transaction that holds them. */
    public void spendReplies(List<String> conversationIds) {
        conversations.spendReplies(conversationIds);
    }
}
