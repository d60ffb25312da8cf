package com.wecomesb.connector.expression;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import org.junit.jupiter.api.Test;

/** Lists whose answers name the next page themselves. */
class ChangesByCursorTest {

    private static final String TWO =
            "[{'id': '1', 'record': {'updatedAt': 7}}, {'id': '2', 'record': {'updatedAt': 8}}]";
    private static final String ONE = "[{'id': '3', 'record': {'updatedAt': 9}}]";

    private final ObjectNode config = (ObjectNode) json("{'changesSinceName': 'since', 'changesSortName': 'sort',"
            + " 'changesOverlap': '0', 'changesPaging': 'cursor', 'nextField': 'page.next'}");
    private final ObjectNode asked = (ObjectNode) json("{'limit': 2}");

    @Test
    void theCursorLeadsThroughOneReadingAndTheNextBeginsAtTheNewestValue() {
        // When
        JsonNode first = answered(TWO, "{'page': {'next': 'c2'}}");
        JsonNode second = query();
        JsonNode last = answered(ONE, "{'page': {'next': null}}");
        JsonNode later = query();
        // Then
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second).isEqualTo(json("{'cursor': 'c2', 'sort': 'updatedAt'}"));
        assertThat(last.path("more").asBoolean()).isFalse();
        assertThat(later).isEqualTo(json("{'since': 9, 'sort': 'updatedAt'}"));
    }

    @Test
    void newestFirstItEndsWhereTheLastReadingBegan() {
        // Given
        config.put("changesOrder", "descending").put("changesSinceName", "").put("changesSortName", "");
        asked.set("cursor", json("{'newest': 7}"));
        // When
        JsonNode page = answered(
                "[{'id': '3', 'record': {'updatedAt': 9}}, {'id': '1', 'record': {'updatedAt': 6}}]",
                "{'page': {'next': 'c2'}}");
        // Then
        assertThat(page.path("more").asBoolean()).isFalse();
        assertThat(page.path("records"))
                .extracting(record -> record.path("id").asText())
                .containsExactly("3");
        assertThat(page.path("cursor")).isEqualTo(json("{'newest': 9}"));
    }

    @Test
    void aFieldMaySayThatThereIsNoMoreAlthoughACursorIsGiven() {
        // Given
        config.put("moreField", "page.more");
        // When
        JsonNode page = answered(TWO, "{'page': {'next': 'c2', 'more': false}}");
        // Then
        assertThat(page.path("more").asBoolean()).isFalse();
    }

    @Test
    void aCursorThatStandsStillIsTold() {
        // Given
        answered(TWO, "{'page': {'next': 'c2'}}");
        // Then
        assertThatThrownBy(() -> answered(TWO, "{'page': {'next': 'c2'}}"))
                .isInstanceOf(ConnectorFailed.class)
                .hasMessageContaining("next-field");
    }

    @Test
    void aFeedGoesOnWhereItEndedForEver() {
        // Given
        config.put("changesPaging", "feed");
        // When
        JsonNode first = answered(TWO, "{'page': {'next': 'f2'}}");
        JsonNode end = answered("[]", "{'page': {'next': 'f2'}}");
        JsonNode silent = answered("[]", "{}");
        // Then
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(end.path("more").asBoolean()).isFalse();
        assertThat(silent.path("more").asBoolean()).isFalse();
        assertThat(query()).isEqualTo(json("{'cursor': 'f2'}"));
    }

    private JsonNode query() {
        ObjectNode query = (ObjectNode) new ChangesList(config).query(asked);
        query.remove("limit");
        return query;
    }

    private JsonNode answered(String items, String answer) {
        JsonNode page = new ChangesList(config).page(asked, json(items), json(answer), json(answer));
        asked.set("cursor", page.path("cursor"));
        return page;
    }
}
