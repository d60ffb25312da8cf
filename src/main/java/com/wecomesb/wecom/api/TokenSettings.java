package com.wecomesb.wecom.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are fetched. About 2,000 calls of gettoken with a wrong secret within an hour make WeCom block our
 * address for an hour (error code 45009, document 90313): with the defaults a wrong secret makes about 20 calls an
 * hour.
 *
 * @param refreshAhead how long before its expiry a token is fetched anew; WeCom's tokens live for 7,200 s
 * @param refreshPause the least time between two fetches ahead of expiry, as WeCom may answer with the same token
 * @param backOffFirst how long the first refusal keeps the bus from asking again; doubled with each further one
 * @param backOffMost the longest such pause
 */
@ConfigurationProperties("esb.wecom.token")
public record TokenSettings(
        @DefaultValue("5m") Duration refreshAhead,
        @DefaultValue("30s") Duration refreshPause,
        @DefaultValue("2s") Duration backOffFirst,
        @DefaultValue("5m") Duration backOffMost) {

    Duration backOff(int refusals) {
        Duration pause = backOffFirst.multipliedBy(1L << Math.min(refusals - 1, 20));
        return pause.compareTo(backOffMost) < 0 ? pause : backOffMost;
    }
}
