package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a field's value comes from. */
@FunctionalInterface
interface ValueSource {

    @Nullable
    JsonNode read(Run run);

    /** The document, or the block's item, as a whole. */
    static ValueSource root(int slot) {
        return run -> run.place(slot);
    }

    /** What stands in an object or list of a known place. */
    static ValueSource in(int slot, Segment segment) {
        return run -> {
            JsonNode container = run.place(slot);
            return container == null ? null : segment.in(container);
        };
    }

    /** The first place that has a value. */
    static ValueSource first(List<ValueSource> places) {
        return run -> {
            for (ValueSource place : places) {
                JsonNode value = place.read(run);
                if (value != null && !EmptyValue.is(value)) {
                    return value;
                }
            }
            return null;
        };
    }

    /** The values of all places as one list, in which null stands for what is missing; nothing when all are. */
    static ValueSource all(List<ValueSource> places) {
        return run -> {
            ArrayNode values = JsonNodeFactory.instance.arrayNode(places.size());
            boolean any = false;
            for (ValueSource place : places) {
                JsonNode value = place.read(run);
                boolean empty = value == null || EmptyValue.is(value);
                values.add(empty ? NullNode.getInstance() : value);
                any |= !empty;
            }
            return any ? values : null;
        };
    }

    static ValueSource constant(JsonNode value) {
        return run -> value;
    }

    /**
     * All values below the lists of a path, in one flat list.
     *
     * @param parts what leads from an item of one list to the next list, the last one to the value
     */
    static ValueSource collect(int slot, List<Segment[]> parts) {
        return run -> {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            collect(run.place(slot), parts, 0, found);
            return found;
        };
    }

    private static void collect(@Nullable JsonNode list, List<Segment[]> parts, int level, ArrayNode found) {
        if (list == null || !list.isArray()) {
            return;
        }
        for (JsonNode item : list) {
            JsonNode value = Segment.walk(item, parts.get(level));
            if (level < parts.size() - 1) {
                collect(value, parts, level + 1, found);
            } else if (value != null && !EmptyValue.is(value)) {
                found.add(value);
            }
        }
    }
}
