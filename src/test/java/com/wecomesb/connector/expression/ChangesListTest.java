package com.wecomesb.connector.expression;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesListTest {

    private static final int PATIENCE = 2000;

    @Property(tries = 300)
    void noChangeIsSkippedUpwardsByOffset(
            @ForAll @IntRange(max = 40) int records, @ForAll @IntRange(min = 2, max = 7) int page, @ForAll long seed) {
        everythingIsSeen("ascending", "offset", new MovingList(records, false, page, seed), true);
    }

    @Property(tries = 300)
    void noChangeIsSkippedUpwardsByPage(
            @ForAll @IntRange(max = 40) int records, @ForAll @IntRange(min = 2, max = 7) int page, @ForAll long seed) {
        everythingIsSeen("ascending", "page", new MovingList(records, false, page, seed), false);
    }

    @Property(tries = 300)
    void noChangeIsSkippedDownwards(
            @ForAll @IntRange(max = 40) int records, @ForAll @IntRange(min = 2, max = 7) int page, @ForAll long seed) {
        everythingIsSeen("descending", "page", new MovingList(records, true, page, seed), true);
        everythingIsSeen("descending", "offset", new MovingList(records, true, page, seed), true);
    }

    /** @param always whether records change while a list is read, or only between two readings of it */
    private static void everythingIsSeen(String order, String paging, MovingList system, boolean always) {
        // Given
        ObjectNode config = config(order, paging);
        ObjectNode asked = (ObjectNode) json("{'limit': 5}");
        Map<String, Long> seen = new HashMap<>();
        // When
        for (int reading = 0; reading < 6; reading++) {
            boolean moves = reading < 5;
            if (moves) {
                system.move();
            }
            boolean more = true;
            for (int pages = 0; more; pages++) {
                assertThat(pages).as("pages of " + asked).isLessThan(PATIENCE);
                JsonNode page = read(config, asked, system);
                if (page == null) {
                    continue;
                }
                page.path("records")
                        .forEach(record -> seen.put(
                                record.path("id").asText(),
                                record.path("record").path("updatedAt").asLong()));
                asked.set("cursor", page.path("cursor"));
                more = page.path("more").asBoolean();
                if (moves && always) {
                    system.move();
                }
                moves &= pages < 40;
            }
        }
        // Then
        assertThat(system.unseen(seen)).isEmpty();
    }

    /** Nothing when the list moves so fast that it looks like one page; then it is read again, as the bus does. */
    private static @Nullable JsonNode read(ObjectNode config, JsonNode asked, MovingList system) {
        ChangesList list = new ChangesList(config);
        JsonNode answer = system.answer(list.query(asked));
        try {
            return list.page(asked, answer.path("items"), answer, answer);
        } catch (ConnectorFailed moves) {
            system.move();
            return null;
        }
    }

    private static ObjectNode config(String order, String paging) {
        return ((ObjectNode) json("{'changesSinceName': 'since', 'changesLimitName': 'limit', 'changesOverlap': '0'}"))
                .put("changesOrder", order)
                .put("changesPaging", paging);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21 10:00:30, 60, 2026-11-21 09:59:30, 2026-11-21 10:00:29",
        "2026/11/21 10:00, 60, 2026/11/21 09:59, 2026/11/21 09:59",
        "2026-11-21T00:00:00.250+08:00, 1, 2026-11-20T23:59:59.250+08:00, 2026-11-21T00:00:00.249+08:00",
        "2026-11-21T10:00:00Z, 60, 2026-11-21T09:59:00Z, 2026-11-21T09:59:59Z",
        "1795000000, 60, 1794999940, 1794999999",
        "1795000000123, 60, 1794999940123, 1795000000122",
        "4711, 60, 4711, 4710"
    })
    void whatIsAskedForIsWrittenAsTheSystemWritesIt(String value, int overlap, String since, String before) {
        // Given
        ObjectNode config = config("ascending", "page").put("changesOverlap", String.valueOf(overlap));
        JsonNode asked = json("{'cursor': {'newest': '" + value + "'}, 'limit': 5}");
        // When
        JsonNode from = new ChangesList(config).query(asked);
        JsonNode after =
                new ChangesList(config.put("changesOverlap", "0").put("changesSinceMeans", "after")).query(asked);
        // Then
        assertThat(from.path("since").asText()).isEqualTo(since);
        assertThat(after.path("since").asText()).isEqualTo(before);
    }

    @Test
    void aListInAnotherOrderIsRefusedBeforeAChangeIsLost() {
        // Given
        ChangesList list = new ChangesList(config("ascending", "page"));
        JsonNode items = json("[{'id': '1', 'record': {'updatedAt': 8}}, {'id': '2', 'record': {'updatedAt': 7}}]");
        // Then
        assertThatThrownBy(() -> list.page(json("{'limit': 5}"), items, json("{}"), json("{}")))
                .isInstanceOf(ConnectorFailed.class)
                .hasMessageContaining("changes-order");
    }

    @Test
    void aSystemThatDoesNotKnowThePageIsToldAfterThreeTimes() {
        // Given
        ChangesList list = new ChangesList(config("descending", "page"));
        JsonNode items = json("[{'id': '2', 'record': {'updatedAt': 8}}, {'id': '1', 'record': {'updatedAt': 7}}]");
        ObjectNode asked = (ObjectNode) json("{'limit': 2}");
        // When
        for (int page = 0; page < 2; page++) {
            asked.set("cursor", list.page(asked, items, json("{}"), json("{}")).path("cursor"));
        }
        // Then
        assertThatThrownBy(() -> list.page(asked, items, json("{}"), json("{}")))
                .hasMessageContaining("changes-page-name");
    }

    @Test
    void theAnswersCursorLeadsOnAndAFeedGoesOnWhereItEnded() {
        // Given
        ObjectNode config = config("ascending", "feed").put("nextField", "page.next");
        JsonNode items = json("[{'id': '1', 'record': {'name': '王芳'}}]");
        JsonNode answer = json("{'page': {'next': 'n1'}}");
        // When
        JsonNode first = new ChangesList(config).page(json("{'limit': 5}"), items, answer, answer);
        ObjectNode again = (ObjectNode) json("{'limit': 5}");
        again.set("cursor", first.path("cursor"));
        JsonNode last = new ChangesList(config).page(again, json("[]"), answer, answer);
        // Then
        assertThat(new ChangesList(config).query(again)).isEqualTo(json("{'limit': 5, 'cursor': 'n1'}"));
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(last.path("more").asBoolean()).isFalse();
        assertThat(last.path("cursor")).isEqualTo(json("{'next': 'n1'}"));
    }
}
