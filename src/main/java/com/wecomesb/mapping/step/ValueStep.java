package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A step for single values; a list goes through it item by item. */
abstract class ValueStep implements Step {

    abstract JsonNode change(JsonNode value, Refusal refusal);

    @Override
    public final JsonNode apply(JsonNode value, Refusal refusal) {
        if (!(value instanceof ArrayNode)) {
            return change(value, refusal);
        }
        ArrayNode changed = JsonNodeFactory.instance.arrayNode(value.size());
        for (JsonNode item : value) {
            JsonNode result = change(item, refusal);
            if (refusal.isRaised()) {
                return result;
            }
            changed.add(result);
        }
        return changed;
    }
}
