package com.wecomesb.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A webhook as it comes over the wire. */
record SentWebhook(String body, Map<String, String> headers) {

    static SentWebhook of(String body) {
        return new SentWebhook(body, new HashMap<>());
    }

    SentWebhook with(String name, String value) {
        headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
        return this;
    }

    SentWebhook saying(String other) {
        return new SentWebhook(other, headers);
    }

    IncomingWebhook webhook() {
        return new IncomingWebhook(
                "POST",
                "https://esb.example.com/webhook/desk?a=1",
                Map.of("a", "1"),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
