package com.wecomesb.decision;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;

/**
 * What a batch is decided by: one consistent set of the company's files.
 *
 * @param language what is understood of a text
 * @param calendars the days and hours of the business
 * @param snapshot its short hash, stored with every decision
 */
public record Policy(
        RuleSet rules,
        ReplyLibrary replies,
        Accounts accounts,
        Language language,
        Calendars calendars,
        String snapshot) {

    /** The account that a conversation takes place on. */
    Account account(Conversation.Address address) {
        return address.isKf() ? accounts.forKf(address.app(), address.account()) : accounts.forApp(address.app());
    }
}
