package com.wecomesb.connector.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.change.FollowedKinds;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the webhooks of one system: verifies who sends, and reads which records it is about. Immutable. */
final class WebhookReceiver {

    /** Far above what any sender puts into one webhook. */
    private static final int RECORDS_AT_MOST = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String system;
    private final WebhookSection section;
    private final List<String> followed;
    private final Map<String, String> properties = new HashMap<>();

    WebhookReceiver(ConnectedSystem system, WebhookSection section) {
        this.system = system.name();
        this.section = section;
        this.followed = FollowedKinds.of(system);
        system.properties().forEach((name, value) -> properties.put(loose(name), value));
    }

    /**
     * What a verified webhook says.
     *
     * @param delivery the sender's id of this delivery; null when it has none
     */
    record Read(@Nullable String delivery, Set<RecordReference> records) {}

    @Nullable
    JsonNode answer() {
        return section.answer();
    }

    void verify(IncomingWebhook webhook, Instant now) throws WebhookRefused {
        if (!section.signature().isConfigured(this::property)) {
            throw new WebhookRefused(Reason.NO_SECRET);
        }
        TimestampRule timestamp = section.timestamp();
        String at = timestamp == null ? "" : webhook.header(timestamp.header()).orElse("");
        if (!section.signature().holds(webhook, at, this::property)) {
            throw new WebhookRefused(Reason.SIGNATURE);
        }
        if (timestamp != null && !timestamp.isFresh(webhook, now)) {
            throw new WebhookRefused(Reason.STALE);
        }
    }

    /** Only after {@link #verify}. */
    Read read(IncomingWebhook webhook) throws WebhookRefused {
        JsonNode body = body(webhook);
        JsonNode found = value(section.records(), body, webhook);
        if ((!found.isArray() && !found.isNull()) || found.size() > RECORDS_AT_MOST) {
            throw new WebhookRefused(Reason.MALFORMED);
        }
        Set<RecordReference> records = new LinkedHashSet<>();
        for (JsonNode record : found) {
            records.add(reference(record));
        }
        return new Read(delivery(body, webhook), records);
    }

    /** What is to be fetched of it: another name of the same system reports the other kinds of records. */
    List<RecordReference> followed(Read read) {
        return read.records().stream()
                .filter(record -> followed.contains(record.kind()))
                .toList();
    }

    private RecordReference reference(JsonNode record) throws WebhookRefused {
        try {
            return new RecordReference(
                    system, record.path("kind").asText(), record.path("id").asText(""));
        } catch (IllegalArgumentException noRecord) {
            throw new WebhookRefused(Reason.MALFORMED);
        }
    }

    private static JsonNode value(Jslt expression, JsonNode body, IncomingWebhook webhook) throws WebhookRefused {
        try {
            return expression.of(body, Map.of("headers", object(webhook.headers()), "query", object(webhook.query())));
        } catch (RuntimeException doesNotFit) {
            throw new WebhookRefused(Reason.MALFORMED);
        }
    }

    private static ObjectNode object(Map<String, String> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object;
    }

    private @Nullable String delivery(JsonNode body, IncomingWebhook webhook) throws WebhookRefused {
        WebhookSection.Delivery delivery = section.delivery();
        if (delivery == null) {
            return null;
        }
        String id = delivery.header() != null
                ? webhook.header(delivery.header()).orElse("")
                : delivery.expression() == null
                        ? ""
                        : value(delivery.expression(), body, webhook).asText("");
        return id.isEmpty() ? null : id;
    }

    private static JsonNode body(IncomingWebhook webhook) throws WebhookRefused {
        if (webhook.body().length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(webhook.text());
        } catch (JsonProcessingException notJson) {
            throw new WebhookRefused(Reason.MALFORMED);
        }
    }

    private @Nullable String property(String name) {
        String value = properties.get(loose(name));
        return value == null || value.isBlank() ? null : value;
    }

    /** {@code webhook-secret} and {@code WEBHOOKSECRET} are webhookSecret. */
    private static String loose(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /** Without the properties: secrets are among them. */
    @Override
    public String toString() {
        return "WebhookReceiver[" + system + "]";
    }
}
