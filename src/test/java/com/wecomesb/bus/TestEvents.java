package com.wecomesb.bus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Events for tests, told apart by their id. */
public final class TestEvents {

    private TestEvents() {}

    public static Event event(String key, String id) {
        return Event.first(
                "ww1",
                id,
                "wecom.message.received",
                key,
                Instant.parse("2026-11-21T04:00:00Z"),
                key,
                "{\"message\":{\"text\":\"你好\"}}".getBytes(StandardCharsets.UTF_8));
    }
}
