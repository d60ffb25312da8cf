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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The connector against a running Tryton. */
class TrytonRealIT extends ConnectedTryton {

    @Test
    void findsAContactByOurIdByTheirsAndByPhone() {
        // Given
        String phone = "+86139" + (10_000_000 + Math.abs(id.hashCode() % 80_000_000));
        JsonNode created = crm.call("x", "contact-upsert", contact("王芳", phone), id);
        // When
        JsonNode byOurs = crm.call("contact-find", "contact-find", "{'externalId': '" + id + "'}", "");
        JsonNode byTheirs = crm.call(
                "contact-find-by-id",
                "contact-find",
                "{'id': '" + created.path("recordId").asText() + "'}",
                "");
        JsonNode byPhone = crm.call("contact-find-by-phone", "contact-find", "{'phone': '" + phone + "'}", "");
        JsonNode nobody = crm.call("contact-find-gone", "contact-find", "{'externalId': 'nobody'}", "");
        // Then
        assertThat(byOurs).isEqualTo(created);
        assertThat(byTheirs).isEqualTo(created);
        assertThat(byPhone).isEqualTo(created);
        assertThat(nobody.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void missesNeitherNewOnesNorThoseThatWereWritten() {
        // Given
        JsonNode start =
                crm.changes("x", "contact-changes", NullNode.getInstance(), 100).cursor();
        List<String> ids = List.of(id + "-a", id + "-b", id + "-c");
        ids.forEach(one -> crm.call("x", "contact-upsert", "{'id': '" + one + "', 'name': '新来的'}", one));
        JsonNode first = page("contact-changes-1", "contact-changes", start);
        crm.call("x", "contact-upsert", "{'id': '" + ids.get(0) + "', 'name': '改了 𠮷'}", ids.get(0));
        // When
        Changes rest = crm.changes("contact-changes-rest", "contact-changes", first.path("cursor"), 2);
        // Then
        List<JsonNode> all = new ArrayList<>();
        first.path("records").forEach(all::add);
        all.addAll(rest.records());
        assertThat(all)
                .extracting(record -> record.path("record").path("code").asText())
                .containsAll(ids);
        assertThat(all.stream()
                        .filter(record ->
                                record.path("record").path("code").asText().equals(ids.get(0)))
                        .reduce((one, two) -> two))
                .hasValueSatisfying(last ->
                        assertThat(last.path("record").path("name").asText()).isEqualTo("改了 𠮷"));
    }

    private JsonNode page(String name, String verb, JsonNode cursor) {
        var request = RealConnector.JSON.createObjectNode().put("limit", 2);
        request.set("cursor", cursor);
        return crm.call(name, verb, request, "poll");
    }

    @Test
    void missesNeitherNewSalesNorWrittenOnesAndNamesThemAsWebhooksDo() {
        // Given
        TrytonClerk clerk = new TrytonClerk(system);
        JsonNode start =
                crm.changes("x", "order-changes", NullNode.getInstance(), 100).cursor();
        List<String> rows =
                Stream.of("-a", "-b", "-c").map(one -> clerk.sells(id + one)).toList();
        JsonNode first = page("order-changes-1", "order-changes", start);
        clerk.notes(rows.get(0), "加急 𠮷");
        // When
        Changes rest = crm.changes("order-changes-rest", "order-changes", first.path("cursor"), 2);
        // Then
        List<JsonNode> all = new ArrayList<>();
        first.path("records").forEach(all::add);
        all.addAll(rest.records());
        assertThat(all)
                .extracting(record -> record.path("id").asText())
                .containsAll(rows.stream().map(row -> "sale.sale," + row).toList());
        assertThat(rest.records())
                .anyMatch(record -> record.path("id").asText().equals("sale.sale," + rows.get(0))
                        && record.path("record").path("write_date").isObject());
    }

    @Test
    void looksASaleUpByOurReferenceAndByTheIdThatAWebhookSays() {
        // Given
        TrytonClerk clerk = new TrytonClerk(system);
        String row = clerk.sells(id + "-s");
        // When
        JsonNode sale = crm.call("order-find", "order-find", "{'id': '" + id + "-s'}", "");
        JsonNode nobody = crm.call("order-find-gone", "order-find", "{'id': 'nobody'}", "");
        JsonNode told = crm.call("order-find-by-id", "order-find", "{'id': 'sale.sale," + row + "'}", "");
        JsonNode gone = crm.call("order-find-by-id-gone", "order-find", "{'id': 'sale.sale,999999'}", "");
        // Then
        assertThat(told).isEqualTo(sale);
        assertThat(gone.path("found").asBoolean(true)).isFalse();
        assertThat(sale.path("status").asText()).isEqualTo("pending");
        assertThat(sale.path("amountFen").asInt()).isEqualTo(25600);
        assertThat(sale.path("items").get(0).path("sku").asText()).isEqualTo("TEA-LJ-100");
        assertThat(nobody.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void saysThatThePasswordIsWrong() throws IOException {
        // Given
        try (RealConnector wrong = connector("nobody-" + id, "wrong-password")) {
            // When
            ConnectorFailed failed = catchThrowableOfType(
                    ConnectorFailed.class, () -> wrong.call("wrong", "contact-find", "{'externalId': '1'}", ""));
            // Then
            assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
            assertThat(failed.reason()).contains("凭证");
        }
    }
}
