package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer says about the next page: beside its list, or around it. */
record NextCursor(ChangesSettings settings, JsonNode data, JsonNode whole) {

    /** Missing, null or empty at the end. */
    JsonNode cursor() {
        return find(settings.next());
    }

    boolean isThere() {
        return !cursor().asText("").isEmpty();
    }

    boolean hasMore() {
        return isThere() && (settings.more().isEmpty() || find(settings.more()).asBoolean());
    }

    private JsonNode find(FieldPath path) {
        JsonNode beside = path.of(data);
        return beside.isMissingNode() || beside.isNull() ? path.of(whole) : beside;
    }
}
