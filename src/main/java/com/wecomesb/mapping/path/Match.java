package com.wecomesb.mapping.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The item of a list that has a field of this value, {@code contacts[type=phone]}; as a target it is made when it is
 * missing. A number and its text count as the same.
 *
 * @param value what the field has, in a new item too
 */
public record Match(String key, JsonNode value) implements Segment {

    @Override
    public @Nullable JsonNode in(JsonNode container) {
        if (!container.isArray()) {
            return null;
        }
        for (JsonNode item : container) {
            JsonNode field = item.get(key);
            if (field != null
                    && field.isValueNode()
                    && !field.isNull()
                    && field.asText().equals(value.asText())) {
                return item;
            }
        }
        return null;
    }

    @Override
    public void put(ContainerNode<?> container, JsonNode item) {
        ObjectNode made = (ObjectNode) item;
        made.set(key, value);
        ((ArrayNode) container).add(made);
    }

    @Override
    public ContainerNode<?> newContainer(int expectedSize) {
        return JsonNodeFactory.instance.arrayNode(expectedSize);
    }
}
