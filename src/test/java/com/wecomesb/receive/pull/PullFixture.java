package com.wecomesb.receive.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.time.MutableClock;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.WecomApi;
import com.wecomesb.wecom.api.WecomApiFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pull side with a WeCom over HTTP and a database; the bus is a list, which may be told to fail. */
final class PullFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-20T04:00:00Z");

    final FakeWecom wecom = new FakeWecom();
    final MutableClock clock = new MutableClock(START);
    final JdbcClient database = JdbcClient.create(TestDatabase.H2.migrated());
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Hint> hints = new CopyOnWriteArrayList<>();
    final KfCursors cursors = new KfCursors(database);
    final KfCustomers customers;
    final KfAccounts accounts;
    final KfPuller puller;
    final PullsAgain again;

    private final WecomApi api;
    private volatile @Nullable RuntimeException busFailure;

    PullFixture() {
        this(Map.of());
    }

    PullFixture(Map<String, String> properties) {
        WecomSettings settings = WecomApiFixture.settings(wecom.url(), Duration.ofSeconds(5));
        api = WecomApiFixture.api(wecom.url(), Duration.ofSeconds(5), clock, properties);
        Hints hintLog = hint -> {
            hints.add(hint);
            return CompletableFuture.completedFuture(null);
        };
        EventLog eventLog = this::append;
        KfEvents kfEvents = new KfEvents(new Pseudonyms(new byte[32]));
        customers = new KfCustomers(api.client(), clock);
        accounts = new KfAccounts(settings, api.client(), hintLog, clock);
        puller = new KfPuller(settings, api.client(), cursors, customers, kfEvents, eventLog, hintLog, clock);
        again = new PullsAgain(hintLog, clock);
    }

    private CompletableFuture<Void> append(Event event) {
        RuntimeException failure = busFailure;
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    void busFailsWith(@Nullable RuntimeException failure) {
        busFailure = failure;
    }

    void pull() {
        puller.pull(hint(), clock.instant());
    }

    static KfHint hint() {
        return new KfHint("service", "wk1", "callback-token");
    }

    String cursor() {
        return database.sql("SELECT cursor_value FROM kf_cursor WHERE account = 'wk1'")
                .query(String.class)
                .single();
    }

    /** The cursors that WeCom was asked with, in turn. */
    List<String> askedCursors() {
        return wecom.requests("kf/sync_msg").stream()
                .map(request -> request.json().path("cursor").asText())
                .toList();
    }

    List<String> eventIds() {
        return events.stream().map(Event::id).toList();
    }

    JsonNode data(int index) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(new String(events.get(index).data(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A page with texts of customer {@code wm1}. */
    static String page(String nextCursor, boolean more, String... msgIds) {
        String entries = String.join(
                ",",
                IntStream.range(0, msgIds.length)
                        .mapToObj(index -> text(msgIds[index], "wm1", 1_700_000_000 + index))
                        .toList());
        return "{\"errcode\":0,\"errmsg\":\"ok\",\"next_cursor\":\"%s\",\"has_more\":%d,\"msg_list\":[%s]}"
                .formatted(nextCursor, more ? 1 : 0, entries);
    }

    static String text(String msgId, String customer, long sentAt) {
        return """
                {"msgid":"%s","open_kfid":"wk1","external_userid":"%s","send_time":%d,"origin":3,"msgtype":"text",\
                "text":{"content":"你好"}}""".formatted(msgId, customer, sentAt);
    }

    @Override
    public void close() {
        again.close();
        api.client().close();
        wecom.close();
    }
}
