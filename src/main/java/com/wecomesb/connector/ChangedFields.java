package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What of a mapped document comes of the fields that changed. */
final class ChangedFields {

    private static final String OWN = "attributes";
    private static final Set<String> NO_FIELDS = Set.of("id", "channel", "createdAt", "updatedAt", "lastMessageAt");

    private ChangedFields() {}

    /** The canonical document as if it said nothing in these fields. */
    static JsonNode without(JsonNode document, Set<String> changed) {
        ObjectNode rest = document.deepCopy();
        for (String field : changed) {
            if (field.startsWith(OWN + ".")) {
                String own = field.substring(OWN.length() + 1);
                rest.remove(own);
                if (rest.path(OWN) instanceof ObjectNode attributes) {
                    attributes.remove(own);
                }
            } else {
                rest.remove(field);
            }
        }
        return rest;
    }

    /** The canonical document as if nothing were known of the contact. */
    static JsonNode bare(JsonNode document) {
        return document.isObject() ? document.<ObjectNode>deepCopy().retain(NO_FIELDS) : document;
    }

    /** The members of the whole that are not the same without the changed fields. */
    static ObjectNode of(JsonNode whole, JsonNode rest) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        whole.fields().forEachRemaining(member -> {
            JsonNode other = rest.path(member.getKey());
            if (member.getValue().isObject() && other.isObject()) {
                ObjectNode inner = of(member.getValue(), other);
                if (!inner.isEmpty() && !member.getValue().equals(other)) {
                    changed.set(member.getKey(), inner);
                }
            } else if (!member.getValue().equals(other)) {
                changed.set(member.getKey(), member.getValue());
            }
        });
        return changed;
    }
}
