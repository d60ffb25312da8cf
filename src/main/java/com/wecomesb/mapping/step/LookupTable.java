package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of values, of a mapping's file or a CSV file.
 *
 * @param rows in the order of the file
 */
public record LookupTable(List<Row> rows) {

    /** One value and what it is elsewhere. */
    public record Row(JsonNode key, JsonNode value) {}

    public LookupTable {
        rows = List.copyOf(rows);
    }

    /** By the key as text; the first of two that are the same counts. */
    Map<String, JsonNode> byKey() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        rows.forEach(row -> values.putIfAbsent(ScalarText.of(row.key()), row.value()));
        return Map.copyOf(values);
    }

    /** The table the other way; nothing when two keys share a value, or a value is no text, number or boolean. */
    Optional<LookupTable> reversed() {
        List<Row> turned =
                rows.stream().map(row -> new Row(row.value(), row.key())).toList();
        boolean clear = turned.stream()
                        .allMatch(row -> row.key().isValueNode() && !row.key().isNull())
                && turned.stream()
                                .map(row -> ScalarText.of(row.key()))
                                .distinct()
                                .count()
                        == turned.size();
        return clear ? Optional.of(new LookupTable(turned)) : Optional.empty();
    }
}
