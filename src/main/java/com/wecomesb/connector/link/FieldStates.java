package com.wecomesb.connector.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        StringBuilder text = new StringBuilder(48 * states.size() + 2).append('{');
        states.forEach((field, state) -> {
            text.append(text.length() == 1 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(field, text);
            text.append("\":[");
            hash(state.ours(), text);
            hash(state.theirs(), text.append(','));
            if (state.expected() != null || state.before() != null) {
                hash(state.expected(), text.append(','));
            }
            if (state.before() != null) {
                hash(state.before(), text.append(','));
            }
            text.append(']');
        });
        return text.append('}').toString();
    }

    /** A hash has no characters that JSON would write in another way. */
    private static void hash(@Nullable String hash, StringBuilder into) {
        if (hash == null) {
            into.append("null");
        } else {
            into.append('"').append(hash).append('"');
        }
    }
}
