package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a value stands in an answer, {@code data.list}; the empty path is the answer itself. */
public record FieldPath(String text) {

    /** The value there; a missing node where nothing stands. */
    public JsonNode of(JsonNode answer) {
        JsonNode found = answer;
        for (String name : text.isEmpty() ? new String[0] : text.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
