package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;

/**
 * What a Kamelet is given to send.
 *
 * @param document in the system's shape; of a record that is known there only what changed, where the Kamelet can write that
 * @param whole the same as if the record were new
 * @param defaults members that the mapping put there by itself: they are for new records
 * @param cleared members that said something once and are to say nothing
 */
record Outgoing(JsonNode document, JsonNode whole, Set<String> defaults, Set<String> cleared) {

    Outgoing {
        defaults = Set.copyOf(defaults);
        cleared = Set.copyOf(cleared);
    }

    static Outgoing of(JsonNode document) {
        return new Outgoing(document, document, Set.of(), Set.of());
    }

    /** What a Kamelet finds as variables of its exchange, beside the document. */
    Map<String, JsonNode> about() {
        return Map.of("whole", whole, "defaults", list(defaults), "cleared", list(cleared));
    }

    private static ArrayNode list(Set<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        names.stream().sorted().forEach(list::add);
        return list;
    }
}
