package com.wecomesb.api;

import com.wecomesb.action.ActionRows;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have paused, and what platforms hold back. Workers read it again every second. */
@Repository
class Pauses {

    private static final String PAUSE = "pause";

    private final JdbcClient jdbc;
    private final Clock clock;

    Pauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A closed gate.
     *
     * @param scope {@code destination:reply}, {@code system:crm}, {@code app:service}, {@code bot}, or a platform's
     * @param kind {@code pause} by a person, {@code throttle} by a platform
     * @param until null: until somebody opens it
     */
    record Gate(String scope, String kind, @Nullable Instant until, String reason, Instant setAt) {}

    List<Gate> list() {
        return jdbc.sql("SELECT * FROM gate WHERE until_at IS NULL OR until_at > :now ORDER BY scope, kind")
                .param("now", now())
                .query((row, number) -> new Gate(
                        row.getString("scope"),
                        row.getString("kind"),
                        ActionRows.instant(row, "until_at"),
                        row.getString("reason"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Closes a gate, or gives a closed one another end and reason. */
    void pause(String scope, @Nullable Instant until, String reason) {
        if (write(
                        "UPDATE gate SET until_at = :until, reason = :reason, set_at = :now WHERE scope = :scope AND kind = :kind",
                        scope,
                        until,
                        reason)
                > 0) {
            return;
        }
        try {
            write(
                    "INSERT INTO gate (scope, kind, until_at, reason, set_at) VALUES (:scope, :kind, :until, :reason, :now)",
                    scope,
                    until,
                    reason);
        } catch (DuplicateKeyException closedMeanwhile) {
            pause(scope, until, reason);
        }
    }

    /** Opens a gate that a person has closed; whether there was one. */
    boolean resume(String scope) {
        return jdbc.sql("DELETE FROM gate WHERE scope = :scope AND kind = :kind")
                        .param("scope", scope)
                        .param("kind", PAUSE)
                        .update()
                > 0;
    }

    private int write(String sql, String scope, @Nullable Instant until, String reason) {
        return jdbc.sql(sql)
                .param("scope", scope)
                .param("kind", PAUSE)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
