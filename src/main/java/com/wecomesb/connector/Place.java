package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A member of an object, or of an object within it: the names that lead there, from the outermost. */
record Place(List<String> names) {

    Place {
        names = List.copyOf(names);
    }

    /** What stands there; missing where nothing does. */
    JsonNode in(JsonNode document) {
        JsonNode at = document;
        for (String name : names) {
            at = at.path(name);
        }
        return at;
    }

    void put(ObjectNode document, JsonNode value) {
        ObjectNode at = document;
        for (String name : above()) {
            at = at.get(name) instanceof ObjectNode inner ? inner : at.putObject(name);
        }
        at.set(last(), value);
    }

    /** Objects that are left empty go, too. */
    void remove(ObjectNode document) {
        if (new Place(above()).in(document) instanceof ObjectNode holder) {
            holder.remove(last());
            if (holder.isEmpty() && names.size() > 1) {
                new Place(above()).remove(document);
            }
        }
    }

    private List<String> above() {
        return names.subList(0, names.size() - 1);
    }

    private String last() {
        return names.get(names.size() - 1);
    }
}
