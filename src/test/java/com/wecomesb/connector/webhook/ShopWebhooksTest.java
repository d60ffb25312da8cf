package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The webhook sections that Shopify, Youzan and Salesforce are shipped with; signatures reckoned apart from our code. */
class ShopWebhooksTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SHOPIFY_BODY = "{\"id\":820982911946154508,\"name\":\"#9999\",\"note\":\"𠮷\"}";
    private static final String YOUZAN_BODY = "{\"type\":\"trade_TradeClose\",\"id\":\"E20261120101530047400001\"}";

    static Stream<Arguments> hints() {
        return Stream.of(
                argumentSet(
                        "Shopify: an order",
                        "shopify",
                        Map.of("x-shopify-topic", "orders/updated"),
                        SHOPIFY_BODY,
                        "order/820982911946154508"),
                argumentSet(
                        "Shopify: a parcel says its order",
                        "shopify",
                        Map.of("x-shopify-topic", "fulfillments/create"),
                        "{\"id\": 255858046, \"order_id\": 450789469}",
                        "order/450789469"),
                argumentSet(
                        "Shopify: nothing for us",
                        "shopify",
                        Map.of("x-shopify-topic", "app/uninstalled"),
                        "{\"id\": 548380009}",
                        ""),
                argumentSet("有赞: an order", "youzan", Map.of(), YOUZAN_BODY, "order/E20261120101530047400001"),
                argumentSet(
                        "有赞: a refund names its order in an object",
                        "youzan",
                        Map.of(),
                        "{\"type\": \"youzan_trade_RefundCreated\", \"id\": \"202611200001\", \"msg\": {\"tid\": \"E20261120101530047400001\"}}",
                        "order/E20261120101530047400001"),
                argumentSet(
                        "有赞: or in encoded text",
                        "youzan",
                        Map.of(),
                        "{\"type\": \"trade_refund_BuyerCreated\", \"id\": \"7\", \"msg\": \"%7B%22tid%22%3A%22E20261120101530047400001%22%7D\"}",
                        "order/E20261120101530047400001"),
                argumentSet(
                        "有赞: a trial",
                        "youzan",
                        Map.of(),
                        "{\"type\": \"trade_TradeClose\", \"id\": \"E20261120101530047400001\", \"test\": true}",
                        ""),
                argumentSet("有赞: points", "youzan", Map.of(), "{\"type\": \"POINTS\", \"id\": \"7\"}", ""),
                argumentSet(
                        "Salesforce: a contact",
                        "salesforce",
                        Map.of(),
                        "{\"id\": \"0035e00000AbCdEAAV\"}",
                        "contact/0035e00000AbCdEAAV"),
                argumentSet("Salesforce: an account", "salesforce", Map.of(), "{\"id\": \"0015e00000AbCdEAAV\"}", ""));
    }

    @ParameterizedTest
    @MethodSource("hints")
    void aWebhookSaysOnlyWhichRecordToFetch(String connector, Map<String, String> headers, String body, String record)
            throws WebhookRefused {
        // When
        Set<RecordReference> records =
                receiver(connector).read(webhook(headers, body)).records();

        // Then
        assertThat(records.stream()
                        .map(found -> found.kind() + "/" + found.id())
                        .toList())
                .isEqualTo(record.isEmpty() ? List.of() : List.of(record));
    }

    @Test
    void theVendorsSignaturesAreBelievedAndNoOthers() {
        // Given
        IncomingWebhook shopify = webhook(
                Map.of(
                        "x-shopify-hmac-sha256",
                        "h4iSl+PVHIpP7L2UZ/ZLe4yxin/c7+gWkDoZCwyZKc0=",
                        "x-shopify-webhook-id",
                        "d-1"),
                SHOPIFY_BODY);
        IncomingWebhook youzan = webhook(Map.of("event-sign", "09704b41359e5f3486f66a7b0b443398"), YOUZAN_BODY);
        IncomingWebhook salesforce = webhook(Map.of("x-wecom-esb-token", "secret-1"), "{}");

        // Then
        assertThatCode(() -> receiver("shopify").verify(shopify, NOW)).doesNotThrowAnyException();
        assertThatCode(() -> receiver("youzan").verify(youzan, NOW)).doesNotThrowAnyException();
        assertThatCode(() -> receiver("salesforce").verify(salesforce, NOW)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        WebhookRefused.class, () -> receiver("youzan").verify(shopify, NOW)))
                .isNotNull();
    }

    private static IncomingWebhook webhook(Map<String, String> headers, String body) {
        return new IncomingWebhook(
                "POST",
                "https://esb.example.com/webhook/peer",
                Map.of(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookReceiver receiver(String connector) {
        Map<String, String> settings =
                Map.of("client-id", "app-1", "client-secret", "secret-1", "webhook-secret", "secret-1");
        return new WebhookReceiver(
                new ConnectedSystem("peer", SystemKind.SHOP, connector, settings), section(connector));
    }

    private static WebhookSection section(String connector) {
        Path file = Path.of("routes/connectors", connector + ".connector.yaml");
        Mistakes mistakes = new Mistakes();
        try {
            return YamlFile.read(file.toString(), Files.readString(file), mistakes)
                    .flatMap((YamlNode root) -> root.get("webhook"))
                    .flatMap(webhook -> WebhookSection.read(webhook, mistakes))
                    .orElseThrow(() -> new AssertionError(mistakes.list().toString()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
