package com.wecomesb.bus.claim;

import com.wecomesb.bus.BusSettings;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.kafka.MalformedRecord;
import com.wecomesb.database.TimedJdbc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The claim check: data that no record can hold is kept in the database, and the record says by {@code dataref} where.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/dataref.md">CloudEvents dataref</a>
 */
@Component
public class ClaimChecks {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String SCHEME = "claim-check:";
    /** For the attributes of a record beside its data. */
    private static final int ATTRIBUTES = 16 * 1024;
    /** Somebody may be reading the last record that Kafka still has. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final BusSettings settings;
    private final Clock clock;

    ClaimChecks(DataSource database, BusSettings settings, Clock clock) {
        jdbc = new TimedJdbc(database, LIMIT);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a record of this event would be beyond {@code esb.bus.max-message-size}. */
    public boolean needs(Event event) {
        long most = settings.maxMessageSize().toBytes();
        return event.data().length > Math.max(most / 2, most - ATTRIBUTES);
    }

    /**
     * Keeps the event's data; the same event again is kept once.
     *
     * @return the reference for the record
     * @throws org.springframework.dao.DataAccessException if the database does not take it within a second
     */
    public String keep(Event event) {
        jdbc.update(
                "INSERT INTO claim_check (id, data, kept_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                event.uid(),
                event.data(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return SCHEME + event.uid();
    }

    /**
     * The data that a record refers to.
     *
     * @throws MalformedRecord if it is not there (any more)
     * @throws org.springframework.dao.DataAccessException if the database is away
     */
    public byte[] data(String reference) {
        List<byte[]> kept = reference.startsWith(SCHEME)
                ? jdbc.queryForList(
                        "SELECT data FROM claim_check WHERE id = ?", byte[].class, reference.substring(SCHEME.length()))
                : List.of();
        if (kept.isEmpty()) {
            throw new MalformedRecord("the data that it refers to is not there");
        }
        return kept.get(0);
    }

    /** Removes what no record on the topic can refer to any more, nor one that still waits in the inbox. */
    public void forget() {
        Instant before = clock.instant().minus(settings.retention()).minus(GRACE);
        jdbc.update(
                "DELETE FROM claim_check WHERE kept_at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM inbox WHERE received_at < ?)",
                before.atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC));
    }
}
