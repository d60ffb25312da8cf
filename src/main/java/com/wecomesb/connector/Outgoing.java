package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a Kamelet is given to send.
 *
 * @param document what is said of a record that is there, in the system's shape: its members are laid over that record's, null
 *     for those that are to be empty then
 * @param whole the record as a new one would be, with what the mapping adds by itself
 */
record Outgoing(JsonNode document, JsonNode whole) {

    static Outgoing of(JsonNode document) {
        return new Outgoing(document, document);
    }

    /** What a Kamelet finds as variables of its exchange, beside the document. */
    Map<String, JsonNode> about() {
        return Map.of("whole", whole);
    }
}
