package com.wecomesb.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.connector.link.Link;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Plans writes to other systems as actions like any other; what they write is what the contact says when they are performed. */
@Component
class SyncActions {

    /** What stands as the rule of such an action. */
    static final String RULE = "sync";

    /** Two systems that always make something else of each other's values would write for ever. */
    private static final int OFTEN = 5;

    private static final Duration OF_LATE = Duration.ofMinutes(10);

    private final ActionLog actions;
    private final ActionTopics topics;
    private final JdbcTemplate jdbc;
    private final Supplier<String> snapshot;
    private final Clock clock;

    SyncActions(
            ActionLog actions,
            ActionTopics topics,
            JdbcTemplate jdbc,
            @Qualifier("snapshotName") Supplier<String> snapshot,
            Clock clock) {
        this.actions = actions;
        this.topics = topics;
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** Writes the contact of a link to its system, unless that is planned already; within the caller's transaction. */
    void upsert(Link link) {
        String contact = String.valueOf(link.contact());
        String lane = "crm:" + contact + ":" + link.system();
        if (isPlanned(lane)) {
            return;
        }
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString().replace("-", "");
        Instant due = isOften(lane, now) ? now.plus(OF_LATE) : now;
        Action action = new Action(
                id,
                new Action.Cause(id, id, 0, RULE),
                ActionKind.CRM,
                "contact-upsert",
                link.system(),
                "system:" + link.system(),
                lane,
                actions.nextPositions(),
                null,
                contact,
                0,
                false,
                JsonNodeFactory.instance.objectNode().put("id", contact),
                null,
                null,
                snapshot.get(),
                due,
                null,
                false,
                null);
        actions.insert(List.of(new ActionLog.Entry(action, ActionState.READY, null)));
        if (due.equals(now)) {
            publishAfterCommit(action);
        }
    }

    /** Locked, so that nobody performs it before what it is to write is committed. */
    private boolean isPlanned(String lane) {
        return !jdbc.queryForList(
                        "SELECT id FROM action WHERE lane = ? AND settled_at IS NULL AND state = 'READY' AND rule_id = ?"
                                + " FOR UPDATE",
                        String.class,
                        lane,
                        RULE)
                .isEmpty();
    }

    private boolean isOften(String lane, Instant now) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM action WHERE lane = ? AND settled_at > ? AND rule_id = ?",
                Long.class,
                lane,
                now.minus(OF_LATE).atOffset(ZoneOffset.UTC),
                RULE);
        return count != null && count >= OFTEN;
    }

    /** Should it get lost, the sweeper publishes it. */
    private void publishAfterCommit(Action action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                topics.publish(action.reference());
            }
        });
    }
}
