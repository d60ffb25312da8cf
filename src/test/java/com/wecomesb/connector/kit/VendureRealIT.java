package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.kit.RealConnector.Changes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connector against a running Vendure. */
@ExtendWith(RealSystems.class)
class VendureRealIT {

    private final String id = "wx-" + UUID.randomUUID().toString().substring(0, 8);
    private RealSystem system;
    private VendureShopper shopper;
    private RealConnector shop;

    @BeforeEach
    void connect(RealSystems.Started systems) throws IOException {
        system = systems.get("vendure");
        shopper = new VendureShopper(system);
        shop = connector(system.word("admin api key (header vendure-api-key): "));
    }

    private RealConnector connector(String key) throws IOException {
        // Half a minute: who reads by state sees the orders of this test, and not those of all tests before.
        return new RealConnector("vendure", "shop", system, id, Map.of("apiKey", key, "days", "0.0003"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void findsAnOrderByTheNumberThatTheCustomerKnows() {
        // Given
        String code = shopper.orders(1, 2);
        shopper.isSent(code, "SF1234567890");
        // When
        JsonNode order = shop.call("order-find", "order-find", "{'id': '" + code + "'}", "");
        JsonNode nobody = shop.call("order-find-gone", "order-find", "{'id': 'NOBODY'}", "");
        // Then
        assertThat(order.path("id").asText()).isEqualTo(code);
        assertThat(order.path("status").asText()).isEqualTo("shipped");
        assertThat(order.path("tracking").asText()).isEqualTo("SF1234567890");
        assertThat(order.path("amountFen").asInt()).isEqualTo(26800);
        assertThat(order.path("buyer").path("name").asText()).isEqualTo("王芳");
        assertThat(nobody.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void findsAProduct() {
        // When
        JsonNode bySku = shop.call("product-find", "product-find", "{'sku': 'TEA-LJ-100'}", "");
        JsonNode byName = shop.call("product-find-by-name", "product-find", "{'name': '龙井'}", "");
        JsonNode nobody = shop.call("product-find-gone", "product-find", "{'sku': 'NOTHING'}", "");
        // Then
        assertThat(bySku.path("priceFen").asInt()).isEqualTo(12800);
        assertThat(byName.path("name").asText()).contains("龙井");
        assertThat(nobody.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void noticesAStateThatDoesNotMoveUpdatedAt() {
        // Given
        String code = shopper.orders(1, 1);
        Changes before = shop.changes("x", "order-changes", NullNode.getInstance(), 100);
        shopper.isSent(code, "SF1");
        // When
        Changes after = shop.changes("x", "order-changes", before.cursor(), 100);
        // Then
        assertThat(statusOf(before.records(), code)).isEqualTo("paid");
        assertThat(statusOf(after.records(), code)).isEqualTo("shipped");
        assertThat(versionOf(after.records(), code)).isNotEqualTo(versionOf(before.records(), code));
    }

    @Test
    void missesNoOrderBetweenPages() {
        // Given
        JsonNode start =
                shop.changes("x", "order-changes", NullNode.getInstance(), 100).cursor();
        List<String> codes = List.of(shopper.orders(1, 1), shopper.orders(1, 1), shopper.orders(1, 1));
        JsonNode first = page("order-changes-1", start);
        shopper.isSent(codes.get(0), "SF2");
        // When
        Changes rest = shop.changes("order-changes-rest", "order-changes", first.path("cursor"), 2);
        // Then
        List<JsonNode> all = new ArrayList<>();
        first.path("records").forEach(all::add);
        all.addAll(rest.records());
        assertThat(all).extracting(record -> record.path("id").asText()).containsAll(codes);
        assertThat(statusOf(all, codes.get(0))).isEqualTo("shipped");
    }

    private JsonNode page(String name, JsonNode cursor) {
        var request = RealConnector.JSON.createObjectNode().put("limit", 2);
        request.set("cursor", cursor);
        return shop.call(name, "order-changes", request, "poll");
    }

    @Test
    void notesOnceAndCancels() {
        // Given
        String code = shopper.orders(1, 1);
        String note = "{'id': '" + code + "', 'status': 'paid', 'note': '周末送货 𠮷😀\\n谢谢'}";
        String cancel = "{'id': '" + code + "', 'status': 'cancelled'}";
        // When
        shop.call("order-note", "order-update", note, id + "-1");
        JsonNode noted = shop.call("order-note-again", "order-update", note, id + "-1");
        JsonNode cancelled = shop.call("order-cancel", "order-update", cancel, id + "-2");
        JsonNode again = shop.call("order-cancel-again", "order-update", cancel, id + "-2");
        // Then
        assertThat(noted.path("status").asText()).isEqualTo("paid");
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(again).isEqualTo(cancelled);
    }

    @Test
    void isToldThatThereIsNoSuchOrder() {
        // When
        ConnectorFailed refused = catchThrowableOfType(
                ConnectorFailed.class,
                () -> shop.call(
                        "order-update-gone", "order-update", "{'id': 'NOBODY', 'status': 'cancelled'}", id + "-1"));
        // Then
        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void issuesACouponOnce() {
        // Given
        String coupon = "{'name': '十元券 𠮷😀\\n只用一次', 'amountFen': 1000, 'endsAt': '2027-12-31T00:00:00Z', 'code': 'WX-"
                + id + "'}";
        // When
        JsonNode first = shop.call("coupon-issue", "coupon-issue", coupon, id + "-c");
        JsonNode second = shop.call("coupon-issue-again", "coupon-issue", coupon, id + "-c");
        JsonNode named = shop.call("x", "coupon-issue", "{'name': '九折', 'percent': 10}", id + "-d");
        // Then
        assertThat(first.path("code").asText()).isEqualTo("WX-" + id);
        assertThat(named.path("code").asText()).matches("WX-[0-9A-F]{12}");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void saysThatTheKeyIsWrong() throws IOException {
        // Given
        try (RealConnector wrong = connector("peertestlookup0000000001:wrong")) {
            // When
            ConnectorFailed failed = catchThrowableOfType(
                    ConnectorFailed.class, () -> wrong.call("wrong", "order-find", "{'id': '1'}", ""));
            // Then
            assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
            assertThat(failed.reason()).contains("凭证");
        }
    }

    private String statusOf(List<JsonNode> records, String code) {
        return newest(records, code)
                .map(record -> shop.calls()
                        .canonical(ShippedConnectors.SYSTEM, "order", record.path("record"))
                        .path("status")
                        .asText())
                .orElse("");
    }

    private static String versionOf(List<JsonNode> records, String code) {
        return newest(records, code)
                .map(record -> record.path("version").asText())
                .orElse("");
    }

    private static java.util.Optional<JsonNode> newest(List<JsonNode> records, String code) {
        return records.stream()
                .filter(record -> record.path("id").asText().equals(code))
                .reduce((one, two) -> two);
    }
}
