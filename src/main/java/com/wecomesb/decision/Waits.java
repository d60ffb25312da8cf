package com.wecomesb.decision;

import com.wecomesb.decision.Cancellations.Wait;
import com.wecomesb.rule.Delay;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The actions that wait unless somebody writes: delays until what follows on them is decided, replies until they are
 * claimed. Read and written while the conversation is locked.
 */
@Repository
class Waits {

    private static final String CANCELLABLE =
            "unless_word IN ('answered', 'served') AND (state IN ('READY', 'PARKED') OR state = 'DONE' AND branches IS NOT NULL)";

    private static final Map<String, String> REASONS =
            Map.of(Delay.ANSWERED, "客户又发了消息,不再需要", Delay.SERVED, "同事已经回复,不再需要");

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Waits(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Wait> of(Collection<String> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT id, conversation_id, unless_word FROM action WHERE conversation_id IN ("
                        + String.join(",", Collections.nCopies(conversations.size(), "?")) + ") AND " + CANCELLABLE,
                (row, number) -> new Wait(row.getString(1), row.getString(2), row.getString(3)),
                conversations.toArray());
    }

    /** Settles what became pointless, unless it has started in the meantime. */
    void cancel(Map<String, String> cancelled) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                "UPDATE action SET state = 'SUPPRESSED', reason = ?, settled_at = ?, branches = NULL,"
                        + " outcome_wanted = FALSE WHERE id = ? AND " + CANCELLABLE,
                cancelled.entrySet().stream()
                        .map(entry -> new Object[] {REASONS.get(entry.getValue()), now, entry.getKey()})
                        .toList());
    }
}
