package com.wecomesb.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came before an event.
 *
 * @param firstMet when the contact was first heard of; null: nobody is known
 * @param lastWrote when the customer last wrote in the conversation, before this event; null: never
 * @param lastReplied when the bot last replied in the conversation; null: never
 * @param lastRule the rule that it replied by; empty where none did
 * @param lastReply the entry of the library that it replied with; empty for a text of its own
 */
public record Past(
        @Nullable Instant firstMet,
        @Nullable Instant lastWrote,
        @Nullable Instant lastReplied,
        String lastRule,
        String lastReply) {}
