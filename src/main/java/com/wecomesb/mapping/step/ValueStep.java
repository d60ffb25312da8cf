package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Set;

/** A step for single values; a list goes through it item by item. */
abstract class ValueStep implements Step {

    abstract JsonNode change(JsonNode value, Refusal refusal);

    /** What it makes of single values of these kinds. */
    abstract Set<Kind> made(Set<Kind> kinds);

    @Override
    public final JsonNode apply(JsonNode value, Refusal refusal) {
        if (!(value instanceof ArrayNode)) {
            return change(value, refusal);
        }
        ArrayNode changed = JsonNodeFactory.instance.arrayNode(value.size());
        for (JsonNode item : value) {
            // Items stay where they are: the parts of a name, for example, are known by their places.
            JsonNode result = item.isNull() ? item : change(item, refusal);
            if (refusal.isRaised()) {
                return result;
            }
            changed.add(result);
        }
        return changed;
    }

    @Override
    public Set<Kind> takes() {
        return Kind.SCALARS_AND_LISTS;
    }

    @Override
    public final Set<Kind> gives(Set<Kind> kinds) {
        Set<Kind> given = EnumSet.noneOf(Kind.class);
        Set<Kind> single = EnumSet.noneOf(Kind.class);
        single.addAll(kinds);
        if (single.remove(Kind.LIST)) {
            given.add(Kind.LIST);
        }
        if (!single.isEmpty()) {
            given.addAll(made(single));
        }
        return given;
    }
}
