package com.wecomesb.connector.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states of a link's fields as they are stored: {@code {"name": ["ours", "theirs", "expected", "before"]}}. */
final class FieldStates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldStates() {}

    static Map<String, FieldState> read(String text) {
        Map<String, FieldState> states = new TreeMap<>();
        try {
            JSON.readTree(text)
                    .fields()
                    .forEachRemaining(field -> states.put(
                            field.getKey(),
                            new FieldState(
                                    at(field.getValue(), 0),
                                    at(field.getValue(), 1),
                                    at(field.getValue(), 2),
                                    at(field.getValue(), 3))));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return states;
    }

    private static @Nullable String at(JsonNode list, int index) {
        return list.path(index).asText(null);
    }

    static String write(Map<String, FieldState> states) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        states.forEach((field, state) -> {
            ArrayNode list = fields.putArray(field);
            list.add(state.ours()).add(state.theirs());
            if (state.expected() != null || state.before() != null) {
                list.add(state.expected());
            }
            if (state.before() != null) {
                list.add(state.before());
            }
        });
        return fields.toString();
    }
}
