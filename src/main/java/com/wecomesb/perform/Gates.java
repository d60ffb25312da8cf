package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What may not start now: paused by a person ({@code destination:crm}, {@code system:NAME}, {@code app:NAME},
 * {@code bot}), or held back by a platform ({@code wecom:CORP:PATH}, {@code system:NAME}) until an instant. Kept in the
 * database for all instances and read again with every sweep.
 */
@Component
public class Gates {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<String, Gate> closed = new ConcurrentHashMap<>();

    Gates(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A closed gate; without an end it stays closed until somebody opens it. */
    record Gate(String scope, String kind, @Nullable Instant until) {

        boolean closedAt(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    boolean closedFor(Action action) {
        Instant now = clock.instant();
        return closed.values().stream().anyMatch(gate -> gate.closedAt(now) && holds(gate.scope(), action));
    }

    private static boolean holds(String scope, Action action) {
        return scope.equals(action.target())
                || scope.equals("destination:" + action.kind().word())
                || scope.equals("app:" + action.system())
                || scope.equals("system:" + action.system())
                || (scope.equals("bot") && action.fenced());
    }

    /** Holds back everything of this scope; a later end wins over an earlier one. */
    void throttle(String scope, Instant until, String reason) {
        Object[] values = {
            until.atOffset(ZoneOffset.UTC), reason, clock.instant().atOffset(ZoneOffset.UTC), scope
        };
        String update = "UPDATE gate SET until_at = ?, reason = ?, set_at = ? WHERE scope = ? AND kind = 'throttle'";
        if (jdbc.update(update, values) == 0) {
            jdbc.update(
                    "INSERT INTO gate (until_at, reason, set_at, scope, kind) VALUES (?, ?, ?, ?, 'throttle')"
                            + " ON CONFLICT DO NOTHING",
                    values);
        }
        closed.put("throttle " + scope, new Gate(scope, "throttle", until));
    }

    /**
     * Reads again what all instances and operators have set, and forgets throttles that are over.
     *
     * @return whether a gate has opened since the last time
     */
    boolean refresh() {
        Instant now = clock.instant();
        jdbc.update("DELETE FROM gate WHERE until_at < ?", now.atOffset(ZoneOffset.UTC));
        List<Gate> current = jdbc.query(
                "SELECT scope, kind, until_at FROM gate",
                (row, number) ->
                        new Gate(row.getString("scope"), row.getString("kind"), ActionRows.instant(row, "until_at")));
        Set<String> names =
                current.stream().map(gate -> gate.kind() + " " + gate.scope()).collect(Collectors.toSet());
        current.forEach(gate -> closed.put(gate.kind() + " " + gate.scope(), gate));
        return closed.keySet().retainAll(names);
    }

    /** The scopes that are closed now. */
    Set<String> closedScopes() {
        Instant now = clock.instant();
        return closed.values().stream()
                .filter(gate -> gate.closedAt(now))
                .map(Gate::scope)
                .collect(Collectors.toSet());
    }
}
