package com.wecomesb.connector.webhook;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.util.Map;
import java.util.TreeMap;

/** Webhook sections as vendors' documents describe them. */
final class Sections {

    static final String SECRET = "It's a Secret to Everybody";

    static final String GITHUB = """
            signature: {algorithm: hmac-sha256, header: X-Hub-Signature-256, prefix: "sha256=", secrets: ["{webhookSecret}", "{webhookSecretOld}"]}
            delivery: X-GitHub-Delivery
            records: '[{"kind": "ticket", "id": .id}]'
            """;
    static final String ZAMMAD = """
            signature: {algorithm: hmac-sha1, header: X-Hub-Signature, prefix: "sha1=", secrets: ["{webhookSecret}"]}
            delivery: X-Zammad-Delivery
            records: '[{"kind": "ticket", "id": .ticket.id}]'
            """;
    static final String SHOPIFY = """
            signature: {algorithm: hmac-sha256, header: X-Shopify-Hmac-Sha256, encoding: base64, secrets: ["{webhookSecret}"]}
            delivery: X-Shopify-Webhook-Id
            records: '[{"kind": "order", "id": .id}]'
            """;
    static final String ZENDESK = """
            signature: {algorithm: hmac-sha256, over: "{timestamp}{body}", header: X-Zendesk-Webhook-Signature, encoding: base64, secrets: ["{webhookSecret}"]}
            timestamp: {header: X-Zendesk-Webhook-Signature-Timestamp, tolerance: 5m}
            records: '[{"kind": "ticket", "id": .detail.id}]'
            """;
    static final String HUBSPOT = """
            signature: {algorithm: hmac-sha256, over: "{method}{url}{body}{timestamp}", header: X-HubSpot-Signature-v3, encoding: base64, secrets: ["{clientSecret}"]}
            timestamp: {header: X-HubSpot-Request-Timestamp, tolerance: 5m}
            records: '[for (.) {"kind": "contact", "id": .objectId}]'
            """;
    static final String YOUZAN = """
            signature: {algorithm: md5, over: "{clientId}{body}{secret}", header: Event-Sign, secrets: ["{clientSecret}"]}
            delivery: .msg_id
            records: 'if (.test) [] else [{"kind": "order", "id": .id}]'
            answer: {code: 0, msg: success}
            """;
    static final String STANDARD = """
            signature: {algorithm: hmac-sha256, over: "{header.webhook-id}.{timestamp}.{body}", header: webhook-signature, prefix: "v1,", encoding: base64, secret-encoding: base64, secrets: ["{webhookSecret}"]}
            timestamp: {header: webhook-timestamp}
            delivery: webhook-id
            records: '[{"kind": "ticket", "id": .id}]'
            """;
    static final String TOKEN = """
            signature: {algorithm: token, header: X-Gitlab-Token, secrets: ["{webhookSecret}"]}
            records: '[{"kind": "ticket"}]'
            """;

    private Sections() {}

    /** The section as a connector file has it; a mistake fails the test. */
    static WebhookSection read(String yaml) {
        Mistakes mistakes = new Mistakes();
        return YamlFile.read("connectors/test.connector.yaml", yaml, mistakes)
                .flatMap(root -> WebhookSection.read(root, mistakes))
                .orElseThrow(() -> new AssertionError(mistakes.list().toString()));
    }

    static WebhookReceiver receiver(String yaml, String... properties) {
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            settings.put(properties[i], properties[i + 1]);
        }
        return new WebhookReceiver(new ConnectedSystem("desk", SystemKind.TICKET, "test", settings), read(yaml));
    }

    /** One that knows the secret of these tests under all its names. */
    static WebhookReceiver believing(String section) {
        return receiver(section, "webhook-secret", SECRET, "clientSecret", SECRET, "client-id", "client-1");
    }
}
