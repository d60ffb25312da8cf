package com.wecomesb.connector.webhook;

import static com.wecomesb.connector.webhook.Digests.base64;
import static com.wecomesb.connector.webhook.Digests.hex;
import static com.wecomesb.connector.webhook.Digests.hmac;
import static com.wecomesb.connector.webhook.Digests.md5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
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
                        SentWebhook.of("Hello, World!")
                                .with(
                                        "X-Hub-Signature-256",
                                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")),
                argumentSet(
                        "Zammad",
                        Sections.ZAMMAD,
                        SentWebhook.of(BODY).with("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", BODY)))),
                argumentSet(
                        "Shopify",
                        Sections.SHOPIFY,
                        SentWebhook.of(BODY).with("X-Shopify-Hmac-Sha256", base64(hmac("HmacSHA256", BODY)))),
                argumentSet(
                        "Zendesk",
                        Sections.ZENDESK,
                        SentWebhook.of(BODY)
                                .with("X-Zendesk-Webhook-Signature-Timestamp", "2026-11-21T11:58:00Z")
                                .with(
                                        "X-Zendesk-Webhook-Signature",
                                        base64(hmac("HmacSHA256", "2026-11-21T11:58:00Z" + BODY)))),
                argumentSet(
                        "HubSpot v3",
                        Sections.HUBSPOT,
                        SentWebhook.of(BODY)
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
                        SentWebhook.of(BODY).with("Event-Sign", hex(md5("client-1" + BODY + Sections.SECRET)))),
                argumentSet("a token", Sections.TOKEN, SentWebhook.of(BODY).with("X-Gitlab-Token", Sections.SECRET)));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aSignatureOfTheVendorIsBelieved(String section, SentWebhook request) throws WebhookRefused {
        // When
        Sections.believing(section).verify(request.webhook(), NOW);

        // Then no refusal
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void anAlteredBodyIsRefused(String section, SentWebhook request) {
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
    void aRequestWithoutSignatureIsRefused(String section, SentWebhook request) {
        // When
        WebhookRefused refused = refusal(section, SentWebhook.of(request.body()));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void withoutASecretNobodyIsBelieved(String section, SentWebhook request) {
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
        receiver.verify(
                SentWebhook.of(BODY).with("X-Hub-Signature-256", signature).webhook(), NOW);

        // Then no refusal
    }

    @Test
    void whatTheBusSignsItselfIsBelieved() throws WebhookRefused {
        // Given
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        WebhookTarget target = new WebhookTarget("desk", URI.create("https://desk.example.com"), secret);
        SentWebhook request = SentWebhook.of(BODY);
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
        SentWebhook request = SentWebhook.of(BODY)
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
        SentWebhook request = SentWebhook.of(BODY)
                .with("X-Zendesk-Webhook-Signature-Timestamp", SECONDS)
                .with("X-Zendesk-Webhook-Signature", base64(hmac("HmacSHA256", "2026-11-20T12:00:00Z" + BODY)));

        // When
        WebhookRefused refused = refusal(Sections.ZENDESK, request);

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
    }

    private static @Nullable WebhookRefused refusal(String section, SentWebhook request) {
        return catchThrowableOfType(
                WebhookRefused.class, () -> Sections.believing(section).verify(request.webhook(), NOW));
    }
}
