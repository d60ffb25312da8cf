package com.wecomesb.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.Pseudonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events as RECEIVE makes them, each a batch of one, at the offsets of one partition. */
final class ReceivedEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Pseudonyms PSEUDONYMS =
            new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII));

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private long offset;

    ReceivedEvents(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static EventBatch together(EventBatch... batches) {
        List<EventBatch.Item> items = new ArrayList<>();
        List.of(batches).forEach(batch -> items.addAll(batch.items()));
        return new EventBatch(items);
    }

    EventBatch kf(String id, String peer, String text) {
        return kf(id, peer, text, "wkLive");
    }

    EventBatch kf(String id, String peer, String text, String account) {
        return message(id, "kf", account, peer, "customer", text, Duration.ZERO);
    }

    EventBatch kfFile(String id, String peer, String kind, String mediaId) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "customer");
        data.putObject("message").put("id", id).put("type", kind).put("mediaId", mediaId);
        return batch(id, "wecom.message.received", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch kfAgo(String id, String peer, String text, Duration ago) {
        return message(id, "kf", "wkLive", peer, "customer", text, ago);
    }

    EventBatch member(String id, String userid, String text) {
        return message(id, "app", "1000002", userid, "staff", text, Duration.ZERO);
    }

    private EventBatch message(
            String id, String channel, String account, String peer, String peerKind, String text, Duration ago) {
        ObjectNode data = chat(channel, account, peer, peerKind);
        data.put("origin", "customer");
        data.putObject("customer").put("name", "王芳");
        data.putObject("message").put("id", id).put("type", "text").put("text", text);
        return batch(id, "wecom.message.received", key(channel, account, peer), data, ago, 0);
    }

    EventBatch servicerWrote(String id, String peer) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "servicer");
        data.putObject("message").put("id", id).put("type", "text").put("text", "您好,我来处理");
        return batch(id, "wecom.message.sent", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch sessionEnded(String id, String peer) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "system");
        data.putObject("change").put("change_type", 3);
        return batch(id, "wecom.session.changed", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch outcomeOf(String actionId, String state, @Nullable String result) {
        ObjectNode data = JSON.createObjectNode();
        data.put("actionId", actionId);
        data.put("state", state);
        try {
            data.set("result", result == null ? null : JSON.readTree(result));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Map<String, Object> action =
                jdbc.queryForMap("SELECT conversation_id, kind, verb, hops FROM action WHERE id = ?", actionId);
        return batch(
                actionId + "/" + state,
                "esb." + action.get("kind") + "." + action.get("verb") + "." + state,
                String.valueOf(action.get("conversation_id")),
                data,
                Duration.ZERO,
                ((Number) action.get("hops")).intValue() + 1);
    }

    EventBatch causedByTheBus(String id, int hops) {
        ObjectNode data = chat("kf", "wkLive", "wm1", "customer");
        return batch(id, "ticket.closed", key("kf", "wkLive", "wm1"), data, Duration.ZERO, hops);
    }

    /** A ticket that belongs to a conversation got a comment. */
    EventBatch ticketCommented(String id, String peer, String text) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.putObject("ticket").put("id", "7").put("number", "GD7").put("status", "open");
        data.putObject("comment").put("id", id).put("text", text).put("public", true);
        return batch(id, "ticket.commented", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch unreadable(String id) {
        Event event = new Event(
                "ww1",
                id,
                "wecom.message.received",
                null,
                clock.instant(),
                "k",
                "",
                0,
                "{".getBytes(StandardCharsets.UTF_8));
        return new EventBatch(List.of(new EventBatch.Item(event, "esb.events", 0, offset++, clock.instant())));
    }

    long lastOffset() {
        return offset - 1;
    }

    private static ObjectNode chat(String channel, String account, String peer, String peerKind) {
        ObjectNode data = JSON.createObjectNode();
        data.put("corp", "ww1");
        data.put("app", "service");
        data.put("channel", channel);
        data.put("account", account);
        data.put("peer", peer);
        data.put("peerKind", peerKind);
        return data;
    }

    private static String key(String channel, String account, String peer) {
        return PSEUDONYMS.of("ww1", channel, account, peer);
    }

    private EventBatch batch(String id, String type, String key, ObjectNode data, Duration ago, int hops) {
        Event event = new Event(
                "ww1",
                id,
                type,
                key,
                clock.instant().minus(ago),
                key,
                "",
                hops,
                data.toString().getBytes(StandardCharsets.UTF_8));
        return new EventBatch(List.of(new EventBatch.Item(event, "esb.events", 0, offset++, clock.instant())));
    }
}
