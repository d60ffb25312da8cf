package com.wecomesb.perform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;

/** The perform step on a database of its own for each test, and actions as the decide step leaves them. */
abstract class PerformStep {

    private static final Conversation.Address ADDRESS = new Conversation.Address("ww1", "kf", "service", "wk1", "wm1");

    private final TestDatabase kind;
    private long position;

    DataSource database;
    PerformContext perform;
    JdbcTemplate jdbc;

    PerformStep(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = kind.migrated();
        perform = new PerformContext(database);
        jdbc = perform.jdbc();
    }

    @AfterEach
    void close() {
        perform.close();
    }

    void insert(Action... actions) {
        perform.actions()
                .insert(List.of(actions).stream()
                        .map(action -> new ActionLog.Entry(action, ActionState.READY, null))
                        .toList());
    }

    /** An action that is to wait before it is performed. */
    void due(String id, Duration after) {
        OffsetDateTime due = perform.now().plus(after);
        jdbc.update(
                "UPDATE action SET due_at = ?, next_attempt_at = ?, published_at = ? WHERE id = ?",
                due,
                due,
                perform.now(),
                id);
    }

    Action crm(String id, String lane) {
        return action(id, ActionKind.CRM, "contact-upsert", "crm", "system:crm", lane, null);
    }

    Action ticket(String id, String lane) {
        return action(id, ActionKind.TICKET, "ticket-create", "ticket", "system:ticket", lane, null);
    }

    Action reply(String id, Conversation conversation) {
        return action(
                id,
                ActionKind.REPLY,
                "kf/send_msg",
                "service",
                "wecom:ww1:kf/send_msg",
                "reply:" + conversation.id(),
                conversation);
    }

    /** A conversation in which the customer has just written. */
    Conversation talk() {
        return perform.inTransaction(() -> {
            Map<String, Conversation> opened =
                    perform.conversations().openAndLock(List.of(new Conversations.Opening("conv", ADDRESS, "contact")));
            Conversation written =
                    opened.get("conv").customerWrote(perform.clock().instant(), Conversation.KF_WINDOW);
            perform.conversations().save(List.of(written));
            return written;
        });
    }

    private Action action(
            String id,
            ActionKind kind,
            String verb,
            String system,
            String target,
            String lane,
            @Nullable Conversation conversation) {
        Instant now = perform.clock().instant();
        return new Action(
                id,
                new Action.Cause("event", "event", 0, "rule"),
                kind,
                verb,
                system,
                target,
                lane,
                position++,
                conversation == null ? null : conversation.id(),
                "contact",
                conversation == null ? 1 : conversation.epoch(),
                conversation != null,
                JsonNodeFactory.instance.objectNode(),
                conversation == null ? null : "same-words",
                null,
                "snapshot",
                now,
                conversation == null ? null : now.plus(Duration.ofHours(2)),
                false,
                null);
    }

    Claim claim(String lane) {
        return ((Claims.Next.Perform) perform.claims().next(lane)).claim();
    }

    static String claimed(Claims.Next next) {
        return ((Claims.Next.Perform) next).claim().action().id();
    }

    @Nullable
    String state(String id) {
        return jdbc.queryForObject("SELECT state FROM action WHERE id = ?", String.class, id);
    }

    @Nullable
    String reason(String id) {
        return jdbc.queryForObject("SELECT reason FROM action WHERE id = ?", String.class, id);
    }
}
