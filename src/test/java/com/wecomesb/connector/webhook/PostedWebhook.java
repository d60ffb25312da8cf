package com.wecomesb.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.change.RecordReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A webhook as a connector's section takes it, for tests outside of this package. */
public final class PostedWebhook {

    private final WebhookReceiver receiver;
    private final IncomingWebhook webhook;

    /** @param system what the records are said to be of */
    public PostedWebhook(String system, WebhookSection section, Map<String, String> headers, JsonNode body) {
        Map<String, String> secrets = section.signature().secrets().stream()
                .collect(Collectors.toMap(name -> name, name -> "not-a-real-secret"));
        receiver = new WebhookReceiver(new ConnectedSystem(system, SystemKind.TICKET, "kit", secrets), section);
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        webhook = new IncomingWebhook(
                "POST",
                "https://esb.example.com/webhook/" + system,
                Map.of(),
                lower,
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The records that it is about. */
    public Set<RecordReference> records() {
        try {
            return receiver.read(webhook).records();
        } catch (WebhookRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Whether it is taken as it is, with no signature. */
    public boolean isTakenUnsigned() {
        try {
            receiver.verify(webhook, Instant.EPOCH);
            return true;
        } catch (WebhookRefused refused) {
            return false;
        }
    }
}
