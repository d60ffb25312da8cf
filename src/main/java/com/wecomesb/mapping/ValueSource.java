package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.mapping.path.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a field's value comes from. */
@FunctionalInterface
interface ValueSource {

    @Nullable
    JsonNode read(Run run);

    static ValueSource place(int slot) {
        return run -> run.place(slot);
    }

    /** The first place that has a value. */
    static ValueSource first(int[] slots) {
        return run -> {
            for (int slot : slots) {
                JsonNode value = run.place(slot);
                if (value != null && !Conversion.isEmpty(value)) {
                    return value;
                }
            }
            return null;
        };
    }

    /** The values of all places as one list, in which null stands for what is missing; nothing when all are. */
    static ValueSource all(int[] slots) {
        return run -> {
            ArrayNode values = JsonNodeFactory.instance.arrayNode(slots.length);
            boolean any = false;
            for (int slot : slots) {
                JsonNode value = run.place(slot);
                boolean empty = value == null || Conversion.isEmpty(value);
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
            } else if (value != null && !Conversion.isEmpty(value)) {
                found.add(value);
            }
        }
    }
}
