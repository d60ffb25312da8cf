package com.wecomesb.decision;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.decision.Cancellations.Wait;
import com.wecomesb.rule.Delay;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/**
 * The actions that wait unless somebody writes: delays until what follows on them is decided, replies until they are
 * claimed. Read and written while the conversation is locked.
 */
@Repository
class Waits {

    private static final String CANCELLABLE =
            "unless_word IN ('answered', 'served') AND (state IN ('READY', 'PARKED') OR state = 'DONE' AND branches IS NOT NULL)";

    /** What is neither waiting nor past is being performed, and may come to wait again. */
    private static final String WAITING = """
            SELECT w.action_id, w.conversation_id, w.word, (%s) AS waits, a.settled_at IS NOT NULL AS past
            FROM action_wait w JOIN action a ON a.id = w.action_id WHERE w.conversation_id IN (%s)
            """;

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
        List<Wait> waiting = new ArrayList<>();
        List<Object[]> past = new ArrayList<>();
        RowCallbackHandler each = row -> {
            Wait wait = new Wait(row.getString("action_id"), row.getString("conversation_id"), row.getString("word"));
            if (row.getBoolean("waits")) {
                waiting.add(wait);
            } else if (row.getBoolean("past")) {
                past.add(new Object[] {wait.conversationId(), wait.actionId()});
            }
        };
        jdbc.query(
                WAITING.formatted(CANCELLABLE, String.join(",", Collections.nCopies(conversations.size(), "?"))),
                each,
                conversations.toArray());
        jdbc.batchUpdate("DELETE FROM action_wait WHERE conversation_id = ? AND action_id = ?", past);
        return waiting;
    }

    /** Notes those that were decided now. */
    void add(List<ActionLog.Entry> decided) {
        jdbc.batchUpdate(
                "INSERT INTO action_wait (conversation_id, action_id, word) VALUES (?, ?, ?)",
                decided.stream()
                        .filter(Waits::waits)
                        .map(ActionLog.Entry::action)
                        .map(action -> new Object[] {action.conversationId(), action.id(), action.unless()})
                        .toList());
    }

    private static boolean waits(ActionLog.Entry entry) {
        Action action = entry.action();
        return !entry.state().settled()
                && action.conversationId() != null
                && action.unless() != null
                && REASONS.containsKey(action.unless());
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
