package com.wecomesb.conversation;

/** Who answers: the bot, nobody yet (the queue), a colleague, or nobody any more. */
public enum ConversationState {
    BOT,
    WAITING,
    HUMAN,
    CLOSED
}
