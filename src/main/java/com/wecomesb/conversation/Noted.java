package com.wecomesb.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that rules noted by name. */
final class Noted {

    private Noted() {}

    /** The values with others over them; null forgets one. */
    static ObjectNode merged(ObjectNode values, ObjectNode more) {
        ObjectNode merged = values.deepCopy();
        more.fields().forEachRemaining(entry -> {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else {
                merged.set(entry.getKey(), entry.getValue());
            }
        });
        return merged;
    }
}
