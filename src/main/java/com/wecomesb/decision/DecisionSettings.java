package com.wecomesb.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the bot may answer, and for how long an answer is of use.
 *
 * @param maxAge a message older than this, by its own time, gets no automatic reply
 * @param expiresAfter a reply that could not go out for this long is not sent any more
 * @param noticeExpiresAfter the same for notices to the staff
 * @param resumeAfter a conversation handed over on a channel that reports no end of it returns to the bot after this
 *     much silence
 * @param questionExpiresAfter a customer's yes counts for this long after 「您是想问“…”吗?」
 * @param maxHops decisions in one chain of causes before it is cut
 * @param maxRepeats decisions of one rule on one record within ten minutes, caused by the bus itself, before it is cut
 */
@ConfigurationProperties("esb.reply")
public record DecisionSettings(
        @DefaultValue("10m") Duration maxAge,
        @DefaultValue("2h") Duration expiresAfter,
        @DefaultValue("24h") Duration noticeExpiresAfter,
        @DefaultValue("2h") Duration resumeAfter,
        @DefaultValue("10m") Duration questionExpiresAfter,
        @DefaultValue("8") int maxHops,
        @DefaultValue("5") int maxRepeats) {}
