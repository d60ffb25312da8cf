package com.wecomesb.wecom.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the bus speaks HTTP to WeCom. How long a whole call may take is {@code esb.wecom.call-timeout}.
 *
 * @param connectTimeout how long connecting may take
 * @param connections how many calls can be under way at once; at 80 ms a call, 200 make 2,500/s
 * @param idle how long an unused connection is kept; shorter than what proxies usually keep, as a request on a
 *     connection that was closed meanwhile has an unknown result
 * @param answerLimit the largest answer that is read; a page of 1,000 customer messages has some MB
 */
@ConfigurationProperties("esb.wecom.http")
public record HttpSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("200") int connections,
        @DefaultValue("20s") Duration idle,
        @DefaultValue("16MB") DataSize answerLimit) {

    public HttpSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("esb.wecom.http.connections must be at least 1");
        }
    }
}
