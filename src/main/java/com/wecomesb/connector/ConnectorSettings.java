package com.wecomesb.connector;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a system is left alone.
 *
 * @param concurrentCalls how many calls of one system may be in flight at once, 1 or more
 * @param window of how many last calls the failures are counted, 1 or more
 * @param failureRate the percentage of failures (no answer, 5xx) in the window that opens the breaker, 1 to 100
 * @param openFor how long a system that failed is left alone before a few calls try again
 * @param checkEvery how old what health shows of the systems' credentials may be before they are asked again
 */
@ConfigurationProperties("esb.connector")
public record ConnectorSettings(
        @DefaultValue("64") int concurrentCalls,
        @DefaultValue("20") int window,
        @DefaultValue("50") float failureRate,
        @DefaultValue("10s") Duration openFor,
        @DefaultValue("5m") Duration checkEvery) {

    public ConnectorSettings {
        if (concurrentCalls < 1 || window < 1 || failureRate < 1 || failureRate > 100 || openFor.isNegative()) {
            throw new IllegalArgumentException(
                    "esb.connector: concurrent-calls and window must be at least 1, failure-rate 1 to 100, open-for positive");
        }
    }

    public static ConnectorSettings defaults() {
        return new ConnectorSettings(64, 20, 50, Duration.ofSeconds(10), Duration.ofMinutes(5));
    }
}
