package com.wecomesb.connector.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which deliveries were taken, so that one that comes again is not followed again. Written a moment later and many at once:
 * what a crash forgets is fetched once more and brings nothing new.
 */
final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);
    private static final int RECENT = 50_000;
    private static final int WAITING = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

    private final Cache<String, Boolean> recent =
            Caffeine.newBuilder().maximumSize(RECENT).build();
    private final BlockingQueue<Taken> waiting = new ArrayBlockingQueue<>(WAITING);
    private final JdbcTemplate jdbc;
    private final Duration remember;
    private final Clock clock;
    private Instant nextHousekeeping = Instant.EPOCH;

    DeliveryLog(JdbcTemplate jdbc, Duration remember, Clock clock) {
        this.jdbc = jdbc;
        this.remember = remember;
        this.clock = clock;
    }

    private record Taken(String id, Instant at) {}

    /** Whether it was taken before; with the database away only what came to this instance of late is known. */
    boolean knows(String system, String delivery) {
        String id = id(system, delivery);
        if (recent.getIfPresent(id) != null) {
            return true;
        }
        try {
            return !jdbc.queryForList(
                            "SELECT id FROM webhook_delivery WHERE id = ? AND taken_at > ?",
                            String.class,
                            id,
                            utc(clock.instant().minus(remember)))
                    .isEmpty();
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Never blocks; with too many waiting the oldest are forgotten. */
    void taken(String system, String delivery) {
        String id = id(system, delivery);
        recent.put(id, true);
        Taken taken = new Taken(id, clock.instant());
        while (!waiting.offer(taken)) {
            waiting.poll();
        }
    }

    /** To be called several times a second. */
    void write() {
        List<Taken> batch = new ArrayList<>(AT_ONCE);
        while (waiting.drainTo(batch, AT_ONCE) > 0) {
            try {
                jdbc.batchUpdate(
                        "INSERT INTO webhook_delivery (id, taken_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        batch.stream()
                                .map(taken -> new Object[] {taken.id(), utc(taken.at())})
                                .toList());
            } catch (DataAccessException away) {
                log.atWarn()
                        .addKeyValue("deliveries", batch.size())
                        .log("deliveries of webhooks are not remembered; if they come again, they are followed again");
            }
            batch.clear();
        }
        forget();
    }

    private void forget() {
        Instant now = clock.instant();
        if (now.isAfter(nextHousekeeping)) {
            nextHousekeeping = now.plus(HOUSEKEEPING);
            jdbc.update("DELETE FROM webhook_delivery WHERE taken_at < ?", utc(now.minus(remember)));
        }
    }

    private static String id(String system, String delivery) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((system + "\n" + delivery).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
