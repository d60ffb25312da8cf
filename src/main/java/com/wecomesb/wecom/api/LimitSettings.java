package com.wecomesb.wecom.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits that WeCom publishes (document 90312; webhooks: 99110) and the blocks that follow when they are passed.
 * WeCom may change them without notice. They hold for all instances of the bus together.
 *
 * @param callsPerMinute of one API path, per corp
 * @param callsPerHour of one API path, per corp
 * @param memberMessagesPerMinute application messages of one app to one member; WeCom drops more without saying so
 * @param memberMessagesPerHour likewise per hour
 * @param webhookMessagesPerMinute messages to one group robot
 * @param minuteBlock how long WeCom refuses calls after a limit of a minute was passed
 * @param hourBlock likewise for a limit of an hour
 * @param tracked how many counters (paths of corps, members, webhooks) are kept at most; the least used go first
 */
@ConfigurationProperties("esb.wecom.limits")
public record LimitSettings(
        @DefaultValue("10000") long callsPerMinute,
        @DefaultValue("150000") long callsPerHour,
        @DefaultValue("30") long memberMessagesPerMinute,
        @DefaultValue("1000") long memberMessagesPerHour,
        @DefaultValue("20") long webhookMessagesPerMinute,
        @DefaultValue("60s") Duration minuteBlock,
        @DefaultValue("60m") Duration hourBlock,
        @DefaultValue("200000") int tracked) {

    public LimitSettings {
        long least = Math.min(callsPerMinute, Math.min(callsPerHour, memberMessagesPerMinute));
        if (Math.min(least, Math.min(memberMessagesPerHour, webhookMessagesPerMinute)) < 2) {
            throw new IllegalArgumentException("esb.wecom.limits: every limit must be at least 2");
        }
    }
}
