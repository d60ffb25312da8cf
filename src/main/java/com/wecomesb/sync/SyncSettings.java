package com.wecomesb.sync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How first loads and comparisons read a system.
 *
 * @param pageSize records asked for at once, 1 to 1000
 * @param parts into how many lists a system that can is asked to split the whole, 1 to 16
 * @param callsPerSecond at most so many calls, so that customers' own calls have room; 0 for as many as the connector
 *     allows
 */
@ConfigurationProperties("esb.sync")
public record SyncSettings(
        @DefaultValue("100") int pageSize,
        @DefaultValue("8") int parts,
        @DefaultValue("20") int callsPerSecond) {

    public SyncSettings {
        if (pageSize < 1 || pageSize > 1000 || parts < 1 || parts > 16 || callsPerSecond < 0) {
            throw new IllegalArgumentException(
                    "esb.sync: page-size must be 1 to 1000, parts 1 to 16, calls-per-second 0 or more");
        }
    }
}
