package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookSignaturesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());
    private static final String BODY =
            "{\"id\": \"7\", \"ticket\": {\"id\": 7}, \"detail\": {\"id\": \"7\"}, \"text\": \"𠮷\"}";

    static Stream<Arguments> vendors() {
        return Stream.of(
                argumentSet(
                        "GitHub's own example",
                        Sections.GITHUB,
                        request("Hello, World!")
                                .with(
                                        "X-Hub-Signature-256",
                                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")),
                argumentSet(
                        "Zammad",
                        Sections.ZAMMAD,
                        request(BODY).with("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", BODY)))),
                argumentSet(
                        "Shopify",
                        Sections.SHOPIFY,
                        request(BODY).with("X-Shopify-Hmac-Sha256", base64(hmac("HmacSHA256", BODY)))),
                argumentSet(
                        "Zendesk",
                        Sections.ZENDESK,
                        request(BODY)
                                .with("X-Zendesk-Webhook-Signature-Timestamp", "2026-11-21T11:58:00Z")
                                .with(
                                        "X-Zendesk-Webhook-Signature",
                                        base64(hmac("HmacSHA256", "2026-11-21T11:58:00Z" + BODY)))),
                argumentSet(
                        "HubSpot v3",
                        Sections.HUBSPOT,
                        request(BODY)
                                .with("X-HubSpot-Request-Timestamp", Long.toString(NOW.toEpochMilli()))
                                .with(
                                        "X-HubSpot-Signature-v3",
                                        base64(hmac(
                                                "HmacSHA256",
                                                "POSThttps://esb.example.com/webhook/desk?a=1" + BODY
                                                        + NOW.toEpochMilli())))),
                argumentSet(
                        "有赞",
                        Sections.YOUZAN,
                        request(BODY).with("Event-Sign", hex(md5("client-1" + BODY + Sections.SECRET)))),
                argumentSet("a token", Sections.TOKEN, request(BODY).with("X-Gitlab-Token", Sections.SECRET)));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aSignatureOfTheVendorIsBelieved(String section, Request request) throws WebhookRefused {
        // When
        receiver(section).verify(request.webhook(), NOW);

        // Then no refusal
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void anAlteredBodyIsRefused(String section, Request request) {
        // Given
        if (section.equals(Sections.TOKEN)) {
            return;
        }

        // When
        WebhookRefused refused = refusal(section, request.saying(request.body() + " "));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aRequestWithoutSignatureIsRefused(String section, Request request) {
        // When
        WebhookRefused refused = refusal(section, request(request.body()));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void withoutASecretNobodyIsBelieved(String section, Request request) {
        // Given
        WebhookReceiver receiver = Sections.receiver(section, "client-id", "client-1", "webhook-secret", " ");

        // When
        WebhookRefused refused =
                catchThrowableOfType(WebhookRefused.class, () -> receiver.verify(request.webhook(), NOW));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.NO_SECRET);
    }

    @Test
    void whileASecretIsExchangedBothAreValid() throws WebhookRefused {
        // Given
        WebhookReceiver receiver = Sections.receiver(
                Sections.GITHUB, "webhook-secret", "the new one", "webhookSecretOld", Sections.SECRET);
        String signature = "sha256=" + hex(hmac("HmacSHA256", BODY));

        // When
        receiver.verify(request(BODY).with("X-Hub-Signature-256", signature).webhook(), NOW);

        // Then no refusal
    }

    @Test
    void whatTheBusSignsItselfIsBelieved() throws WebhookRefused {
        // Given
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        WebhookTarget target = new WebhookTarget("desk", URI.create("https://desk.example.com"), secret);
        Request request = request(BODY);
        target.headers("msg_1", NOW, BODY).forEach(request::with);
        request.with("webhook-signature", "v1,AAAA " + request.headers().get("webhook-signature"));

        // When
        Sections.receiver(Sections.STANDARD, "webhook-secret", secret).verify(request.webhook(), NOW);

        // Then no refusal
    }

    static Stream<Arguments> clocks() {
        return Stream.of(
                argumentSet("four minutes behind", Duration.ofMinutes(-4), true),
                argumentSet("four minutes ahead", Duration.ofMinutes(4), true),
                argumentSet("an old request sent again", Duration.ofMinutes(-6), false),
                argumentSet("a clock far ahead", Duration.ofMinutes(6), false));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void aWebhookCountsWithinTheWindowOnly(Duration off, boolean believed) {
        // Given
        String at = NOW.plus(off).toString();
        Request request = request(BODY)
                .with("X-Zendesk-Webhook-Signature-Timestamp", at)
                .with("X-Zendesk-Webhook-Signature", base64(hmac("HmacSHA256", at + BODY)));

        // When
        WebhookRefused refused = refusal(Sections.ZENDESK, request);

        // Then
        if (believed) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused.reason()).isEqualTo(Reason.STALE);
        }
    }

    @Test
    void anotherTimeUnderAnOldSignatureIsRefused() {
        // Given
        Request request = request(BODY)
                .with("X-Zendesk-Webhook-Signature-Timestamp", SECONDS)
                .with("X-Zendesk-Webhook-Signature", base64(hmac("HmacSHA256", "2026-11-20T12:00:00Z" + BODY)));

        // When
        WebhookRefused refused = refusal(Sections.ZENDESK, request);

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void theRecordsAndTheDeliveryAreReadFromTheBody() throws WebhookRefused {
        // When
        WebhookReceiver.Read read = receiver(Sections.YOUZAN)
                .read(request("{\"id\": \"E2026\", \"msg_id\": \"m-1\"}").webhook());
        WebhookReceiver.Read test =
                receiver(Sections.YOUZAN).read(request("{\"test\": true}").webhook());
        WebhookReceiver.Read all = receiver(Sections.TOKEN).read(request("{}").webhook());

        // Then
        assertThat(read.delivery()).isEqualTo("m-1");
        assertThat(read.records()).containsExactly(new RecordReference("desk", "order", "E2026"));
        assertThat(test.records()).isEmpty();
        assertThat(all.records()).containsExactly(RecordReference.changesOf("desk", "ticket"));
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                argumentSet("no JSON", "<xml/>"),
                argumentSet("cut off", "{\"id\": \"7"),
                argumentSet("an id without end", "{\"id\": \"" + "7".repeat(200) + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aBodyThatSaysNothingReadableIsMalformed(String body) {
        // When
        WebhookRefused refused = catchThrowableOfType(
                WebhookRefused.class,
                () -> receiver(Sections.GITHUB).read(request(body).webhook()));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no signature", "records: '[]'", "要写 signature"),
                argumentSet(
                        "unknown algorithm",
                        "{signature: {algorithm: hmac-sha265, header: X, secrets: ['{a}']}, records: '[]'}",
                        "hmac-sha256"),
                argumentSet(
                        "a digest without secret",
                        "{signature: {algorithm: md5, over: '{body}', header: X, secrets: ['{a}']}, records: '[]'}",
                        "{secret}"),
                argumentSet(
                        "a body that is not signed",
                        "{signature: {algorithm: hmac-sha256, over: '{url}', header: X, secrets: ['{a}']}, records: '[]'}",
                        "{body}"),
                argumentSet(
                        "a time that is not signed",
                        "{signature: {algorithm: hmac-sha256, header: X, secrets: ['{a}']}, timestamp: {header: T}, records: '[]'}",
                        "{timestamp}"),
                argumentSet(
                        "a secret in the file",
                        "{signature: {algorithm: hmac-sha256, header: X, secrets: [abc]}, records: '[]'}",
                        "写属性的名字"),
                argumentSet(
                        "nowhere", "{signature: {algorithm: hmac-sha256, secrets: ['{a}']}, records: '[]'}", "签名在哪里"),
                argumentSet(
                        "a wrong expression",
                        "{signature: {algorithm: token, header: X, secrets: ['{a}']}, records: '[for'}",
                        "JSLT"),
                argumentSet("no records", "signature: {algorithm: token, header: X, secrets: ['{a}']}", "要写 records"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakenSectionIsExplained(String yaml, String words) {
        // Given
        Mistakes mistakes = new Mistakes();

        // When
        var section =
                YamlFile.read("x.connector.yaml", yaml, mistakes).flatMap(root -> WebhookSection.read(root, mistakes));

        // Then
        assertThat(section).isEmpty();
        assertThat(mistakes.list()).anySatisfy(mistake -> {
            assertThat(mistake.toString()).contains(words);
            assertThat(mistake.line()).isPositive();
        });
    }

    private static WebhookReceiver receiver(String section) {
        return Sections.receiver(
                section, "webhook-secret", Sections.SECRET, "clientSecret", Sections.SECRET, "client-id", "client-1");
    }

    private static @Nullable WebhookRefused refusal(String section, Request request) {
        return catchThrowableOfType(
                WebhookRefused.class, () -> receiver(section).verify(request.webhook(), NOW));
    }

    private static Request request(String body) {
        return new Request(body, new HashMap<>());
    }

    private record Request(String body, Map<String, String> headers) {

        Request with(String name, String value) {
            headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
            return this;
        }

        Request saying(String other) {
            return new Request(other, headers);
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

    private static byte[] hmac(String algorithm, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(Sections.SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
