package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.time.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of the app {@code service} to a WeCom that answers as a test says. */
final class WecomCalls implements AutoCloseable {

    static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeWecom wecom = new FakeWecom();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T04:00:00Z"));
    private final WecomApi api = api(wecom.url(), Duration.ofSeconds(10));
    private final WecomClient client = api.client();

    FakeWecom wecom() {
        return wecom;
    }

    MutableClock clock() {
        return clock;
    }

    WecomApi api() {
        return api;
    }

    WecomClient client() {
        return client;
    }

    /** Another client, with another address or less patience. */
    WecomClient client(URI url, Duration timeout) {
        return api(url, timeout).client();
    }

    private WecomApi api(URI url, Duration timeout) {
        return WecomApiFixture.api(url, timeout, clock, Map.of());
    }

    WecomCallFailed failure(String path, @Nullable JsonNode body) {
        return failure(client, path, body);
    }

    static WecomCallFailed failure(WecomClient client, String path, @Nullable JsonNode body) {
        return catchThrowableOfType(WecomCallFailed.class, () -> client.call("service", path, body, Map.of()));
    }

    static ObjectNode message(String text) {
        ObjectNode message = JSON.createObjectNode().put("msgtype", "text");
        message.putObject("text").put("content", text);
        return message;
    }

    @Override
    public void close() {
        client.close();
        wecom.close();
    }
}
