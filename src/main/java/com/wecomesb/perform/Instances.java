package com.wecomesb.perform;

import com.wecomesb.wecom.api.LiveInstances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many instances share the database, by their heartbeats: WeCom's limits hold for all of them together. */
@Component
class Instances implements LiveInstances {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile int count = 1;
    private volatile Instant nextLook = Instant.EPOCH;

    Instances(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int count() {
        return count;
    }

    /** Called by the sweeper, so that a call of WeCom never waits for the database. */
    void look() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        Integer fresh = jdbc.queryForObject(
                "SELECT count(*) FROM instance WHERE heartbeat_at > ?",
                Integer.class,
                now.minus(FRESH).atOffset(ZoneOffset.UTC));
        count = fresh == null ? 1 : Math.max(1, fresh);
    }
}
