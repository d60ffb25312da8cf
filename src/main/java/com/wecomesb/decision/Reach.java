package com.wecomesb.decision;

import com.wecomesb.conversation.Conversation;

/** Whom the bot may write to, by the mode of the account. */
final class Reach {

    private Reach() {}

    static boolean includes(Conversation conversation, Policy policy) {
        return policy.account(conversation.address())
                .serves(conversation.address().peer());
    }

    /** Why somebody is out of reach, in words for people. */
    static String words(Conversation conversation, Policy policy) {
        Account account = policy.account(conversation.address());
        return "账号“" + account.name() + "”的模式为 " + account.mode() + ",机器人不接待这位客户";
    }
}
