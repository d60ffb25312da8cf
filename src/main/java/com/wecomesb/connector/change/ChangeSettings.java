package com.wecomesb.connector.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes of other systems are followed.
 *
 * @param settle how long a record must be quiet before it is fetched: hints that come meanwhile end in one fetch, and the
 *     sender's transaction is visible by then
 * @param longestSettle a record that is never quiet is fetched after this time
 * @param sweepEvery how often an instance looks for records that are due
 * @param concurrency how many records an instance fetches at once
 * @param lease after which a record is fetched by another instance, if the one at it has died
 * @param missingFor how long a record that does not exist is looked for before it is given up
 * @param giveUpAfter how long a system that does not answer is asked again before a record is given up
 * @param poll how often changes are read of a system that does not say otherwise
 * @param pageSize how many changes are asked for at once
 * @param pagesAtOnce how many pages are read before others have their turn
 */
@ConfigurationProperties("esb.change")
public record ChangeSettings(
        @DefaultValue("500ms") Duration settle,
        @DefaultValue("5s") Duration longestSettle,
        @DefaultValue("200ms") Duration sweepEvery,
        @DefaultValue("4") int concurrency,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("1h") Duration missingFor,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("5m") String poll,
        @DefaultValue("100") int pageSize,
        @DefaultValue("50") int pagesAtOnce) {

    public ChangeSettings {
        if (settle.isNegative() || longestSettle.compareTo(settle) < 0) {
            throw new IllegalArgumentException("esb.change: settle must not be negative nor above longest-settle");
        }
        if (sweepEvery.isNegative() || sweepEvery.isZero() || lease.toSeconds() < 10) {
            throw new IllegalArgumentException("esb.change: sweep-every must be positive, lease at least 10s");
        }
        if (concurrency < 1 || pageSize < 1 || pagesAtOnce < 1) {
            throw new IllegalArgumentException(
                    "esb.change: concurrency, page-size and pages-at-once must be at least 1");
        }
    }
}
