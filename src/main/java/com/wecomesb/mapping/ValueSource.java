package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
            JsonNode value = walk(item, parts.get(level));
            if (level < parts.size() - 1) {
                collect(value, parts, level + 1, found);
            } else if (value != null && !Conversion.isEmpty(value)) {
                found.add(value);
            }
        }
    }

    static @Nullable JsonNode walk(JsonNode start, Segment[] segments) {
        JsonNode at = start;
        for (Segment segment : segments) {
            at = segment.in(at);
            if (at == null) {
                return null;
            }
        }
        return at;
    }
}
