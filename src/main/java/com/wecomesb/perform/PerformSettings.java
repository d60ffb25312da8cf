package com.wecomesb.perform;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How actions are performed.
 *
 * @param lease how long a claim holds: longer than a call with its short redeliveries can take
 * @param sweepEvery how often what waits is looked through
 * @param publishGrace how long a new action may wait for its worker before the sweeper publishes it again
 * @param republishAfter how long an action that the sweeper published may go without a claim before it does so again
 * @param backOff the pauses between attempts; the last one repeats
 * @param giveUpAfter how long a passing fault may last before the action becomes a dead letter
 * @param configurationPause the pause after an error that an operator has to mend
 */
@ConfigurationProperties("esb.perform")
public record PerformSettings(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("500ms") Duration sweepEvery,
        @DefaultValue("2s") Duration publishGrace,
        @DefaultValue("30s") Duration republishAfter,
        @DefaultValue({"2s", "5s", "15s", "60s", "5m"}) List<Duration> backOff,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("60s") Duration configurationPause) {

    Duration pauseBefore(int attempt) {
        return backOff.get(Math.min(Math.max(attempt, 1), backOff.size()) - 1);
    }
}
