package com.wecomesb.api;

import com.wecomesb.action.ActionState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as decide and perform leave them. */
final class BusRows {

    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final JdbcClient jdbc;

    BusRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear() {
        for (String table : new String[] {
            "event", "action", "dead_letter", "gate", "inbox", "seen", "contact_identity", "record_link"
        }) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    void customerMessage(String uid, String msgId, String text) {
        event(uid, "ww1", msgId, "wecom.message.received", uid, "DECIDED", "refund-request", text);
    }

    void event(
            String uid,
            String source,
            String id,
            String type,
            String causality,
            String outcome,
            @Nullable String rule,
            String text) {
        jdbc.sql("""
                        INSERT INTO event (uid, source, id, type, event_key, happened_at, received_at, decided_at, causality,
                            hops, data, contact_id, conversation_id, outcome, acting_rule, explanation, snapshot)
                        VALUES (:uid, :source, :id, :type, 'key', :at, :received, :decided, :causality, 0, :data, 'contact-1',
                            'conversation-1', :outcome, :rule, :explanation, 'abc')
                        """)
                .param("uid", uid)
                .param("source", source)
                .param("id", id)
                .param("type", type)
                .param("at", utc(START))
                .param("received", utc(START.plusMillis(5)))
                .param("decided", utc(START.plusMillis(25)))
                .param("causality", causality)
                .param("data", ("{\"message\":{\"text\":\"" + text + "\"}}").getBytes(StandardCharsets.UTF_8))
                .param("outcome", outcome)
                .param("rule", rule)
                .param(
                        "explanation",
                        "{\"matched\":[{\"rule\":\"refund-request\",\"reason\":\"包含“退货”\"}],\"acting\":[\"refund-request\"],"
                                + "\"nearMisses\":[{\"rule\":\"price\",\"failed\":\"没有“价格”\"}]}")
                .update();
    }

    void webhook(String id, String target, int position, String state) {
        action(id, "e1", "notify", "webhook", state, null);
        jdbc.sql("UPDATE action SET system = :target, lane = :lane, lane_position = :position WHERE id = :id")
                .param("target", target)
                .param("lane", "webhook:" + target)
                .param("position", position)
                .param("id", id)
                .update();
    }

    void action(String id, String eventUid, String kind, String verb, String state, @Nullable Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO action (id, event_uid, causality, hops, rule_id, kind, verb, system, target, lane,
                            lane_position, conversation_id, contact_id, epoch, fenced, payload, snapshot, state, reason,
                            created_at, due_at, next_attempt_at, expires_at, attempt, owner, started_at, settled_at,
                            result, remote_id, outcome_wanted)
                        VALUES (:id, :event, :event, 0, 'refund-request', :kind, :verb, 'crm', 'system:crm', 'lane', 1,
                            'conversation-1', 'contact-1', 0, FALSE, '{}', 'abc', :state, 'a reason', :at, :at, :at,
                            :expires, 3, 'somebody', :at, :settled, '{"number":"T-7"}', :remote, TRUE)
                        """)
                .param("id", id)
                .param("event", eventUid)
                .param("kind", kind)
                .param("verb", verb)
                .param("state", state)
                .param("at", utc(START.plusMillis(30)))
                .param("settled", ActionState.valueOf(state).settled() ? utc(START.plusMillis(80)) : null)
                .param("expires", expiresAt == null ? null : utc(expiresAt))
                .param("remote", kind.equals("ticket") ? "T-7" : null)
                .update();
    }

    void identity(String contact, String externalUserId) {
        jdbc.sql("INSERT INTO contact_identity (kind, issuer, identity_value, contact_id)"
                        + " VALUES ('external_userid', 'ww1', :value, :contact)")
                .param("value", externalUserId)
                .param("contact", contact)
                .update();
    }

    /** What a sync leaves: the CRM's record is this contact. */
    void link(String contact, String record) {
        jdbc.sql(
                        "INSERT INTO record_link (record_key, system, kind, remote_id, our_id, contact_id, origin, gone, fields,"
                                + " created_at, synced_at)"
                                + " VALUES (:key, 'crm', 'contact', :record, :contact, :contact, 'CREATED', FALSE, '{}', :at, :at)")
                .param("key", "crm/contact/" + record)
                .param("record", record)
                .param("contact", contact)
                .param("at", utc(START))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
