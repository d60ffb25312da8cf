package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.SystemCheck.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the SQL connector reads from the tables of a database, and how it says that it cannot. */
abstract class SqlReadsContract extends HouseDatabase {

    SqlReadsContract(String url, String username, String password) {
        super(url, username, password);
    }

    @Test
    void findsByColumnsAndById() {
        // Given
        JsonNode written = call("contact-upsert", "{'id': 'c1', 'name': '王芳', 'mobile': '138'}");
        // Then
        assertThat(call("contact-find", "{'mobile': '138', 'name': '王芳'}")).isEqualTo(written);
        assertThat(call("contact-find", "{'id': '" + written.path("id").asText() + "'}"))
                .isEqualTo(written);
        assertThat(call("contact-find", "{'mobile': \"' OR '1'='1\"}")
                        .path("found")
                        .booleanValue())
                .isFalse();
        assertThat(call("contact-find", "{'mobile': \"' OR '1'='1\"}").has("found"))
                .isTrue();
    }

    @Test
    void readsAnOrderWithItsLines() {
        // Given
        database.update("INSERT INTO orders VALUES ('2026', 'paid', '2026-11-21 10:00:00')");
        database.update("INSERT INTO order_lines VALUES ('2026', 'A', 2), ('2026', 'B', 1), ('2027', 'C', 1)");
        // When
        JsonNode order = call("order-find", "{'id': '2026'}");
        // Then
        assertThat(order.path("status").asText()).isEqualTo("paid");
        assertThat(order.path("updated_at").asText()).isEqualTo("2026-11-21T10:00");
        assertThat(order.path("lines").findValuesAsText("sku")).containsExactlyInAnyOrder("A", "B");
        assertThat(call("order-find", "{'id': '1'}").path("found").booleanValue())
                .isFalse();
    }

    @Test
    void followsChangesWithoutLosingOneAtThePageOrTheSameMoment() {
        // Given
        IntStream.range(0, 25)
                .forEach(row -> database.update(
                        "INSERT INTO orders VALUES (?, 'new', '2026-11-21 10:00:0" + row / 10 + "')",
                        String.format("%03d", row)));
        // When
        List<String> seen = new ArrayList<>();
        JsonNode page = changes("order-changes", "null");
        seen.addAll(page.path("records").findValuesAsText("version"));
        List<String> ids = new ArrayList<>(ids(page));
        int pages = 1;
        while (page.path("more").booleanValue()) {
            page = changes("order-changes", page.path("cursor").toString());
            ids.addAll(ids(page));
            pages++;
        }
        // Then
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(4);
        assertThat(seen).first().isEqualTo("2026-11-21T10:00");
    }

    @Test
    void looksAgainAtWhatWasCommittedLate() {
        // Given
        database.update("INSERT INTO orders VALUES ('a', 'new', '2025-11-21 10:00:00')");
        JsonNode cursor = changes("order-changes", "null").path("cursor");
        database.update("INSERT INTO orders VALUES ('b', 'new', '2025-11-21 09:59:30')");
        // When
        JsonNode next = changes("order-changes", cursor.toString());
        JsonNode later = changes("order-changes", next.path("cursor").toString());
        // Then
        assertThat(ids(next)).containsExactly("b", "a");
        assertThat(later.path("cursor")).isEqualTo(next.path("cursor"));
    }

    @Test
    void followsContactsByATimeWithAZone() {
        // Given
        call("contact-upsert", "{'id': 'c1', 'name': '王芳', 'changed_at': '2026-11-21T10:00:00+08:00'}");
        JsonNode first = changes("contact-changes", "null");
        // When
        JsonNode again = changes("contact-changes", first.path("cursor").toString());
        // Then
        assertThat(ids(again)).isEqualTo(ids(first)).hasSize(1);
    }

    @Test
    void saysWhichSettingLeadsNowhere() {
        // Given
        settings.put("contacts-table", "custmers; DROP TABLE customers");
        ConnectorFailed table = failure("contact-find", "{'mobile': '138'}");
        settings.put("contacts-table", "customers");
        settings.put("url", "jdbc:nosuch://localhost/x");
        ConnectorFailed driver = failure("contact-find", "{'mobile': '138'}");
        // Then
        assertThat(table.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(table.reason()).contains("没有表");
        assertThat(driver.reason()).contains("url");
    }

    @Test
    void checksTheConnection() {
        // Given
        SystemCheck well = calls().check("erp");
        settings.put("password", "wrong");
        settings.put("username", "nobody");
        // When
        SystemCheck refused = calls().check("erp");
        // Then
        assertThat(well.outcome()).isEqualTo(Outcome.WELL);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    }
}
