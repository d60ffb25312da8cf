package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.link.FetchedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewIdsTest {

    private final NewIds newIds = new NewIds(new Pseudonyms("a key of the tests".getBytes(StandardCharsets.UTF_8)));

    @Test
    void recordsBesideEachOtherBecomeContactsBesideEachOther() {
        // Given
        List<String> page = ids(IntStream.range(1_000, 1_100).mapToObj(number -> "R" + number));
        List<String> others = ids(IntStream.range(2_000, 2_100).mapToObj(number -> "R" + number));
        // When
        List<String> sorted =
                Stream.concat(page.stream(), others.stream()).sorted().toList();
        // Then
        assertThat(sorted).doesNotHaveDuplicates();
        assertThat(page.contains(sorted.get(0)) ? sorted.subList(0, 100) : sorted.subList(100, 200))
                .containsExactlyInAnyOrderElementsOf(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "", "12", "123", "a0f2c1d4-9b7e-4c55-8f10-5f4f1d3ce001", "客户𠮷"})
    void everyIdMakesTheSameContactEachTime(String id) {
        assertThat(newIds.of(record("crm", id)))
                .hasSize(22)
                .isEqualTo(newIds.of(record("crm", id)))
                .isNotEqualTo(newIds.of(record("shop", id)));
    }

    private List<String> ids(Stream<String> records) {
        return records.map(id -> newIds.of(record("crm", id))).toList();
    }

    private static FetchedRecord record(String system, String id) {
        return new FetchedRecord(system, "contact", id, "", false, JsonNodeFactory.instance.objectNode());
    }
}
