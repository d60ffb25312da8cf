package com.wecomesb.conversation;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asked within the transaction that claims an action: after a takeover nothing of an older epoch starts, because the
 * conversation is locked while the question is answered.
 */
@Component
public class Fence {

    private final Conversations conversations;

    Fence(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Whether the conversation still has the owner of that epoch; it stays locked until the transaction ends. */
    public boolean isOpen(String conversationId, long epoch) {
        Conversation conversation = conversations.lock(List.of(conversationId)).get(conversationId);
        return conversation != null && conversation.epoch() == epoch;
    }

    /**
     * Takes one message from what WeCom lets us send before the customer writes again (微信客服 only).
     *
     * @return whether there was one left
     */
    public boolean spendReply(String conversationId) {
        return conversations.spendReply(conversationId);
    }
}
