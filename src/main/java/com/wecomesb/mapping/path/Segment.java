package com.wecomesb.mapping.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** One step of a path: into a field, to an item, or through all items of a list. */
public sealed interface Segment permits Segment.Key, Segment.Index, Segment.Each, Match {

    Segment EACH = new Each();

    /** What stands there, or null. */
    @Nullable
    JsonNode in(JsonNode container);

    /** Writes into a container that this kind of segment made. */
    void put(ContainerNode<?> container, JsonNode value);

    /** An empty container that this segment can be written into. */
    ContainerNode<?> newContainer(int expectedSize);

    /** Follows several; null as soon as one leads nowhere. */
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

    /** A field of an object. */
    record Key(String name) implements Segment {

        /** Interned, as Jackson's parser does it with the names that it reads: most comparisons end at the reference. */
        public Key {
            name = name.intern();
        }

        @Override
        public @Nullable JsonNode in(JsonNode container) {
            return container.get(name);
        }

        @Override
        public void put(ContainerNode<?> container, JsonNode value) {
            ((ObjectNode) container).set(name, value);
        }

        @Override
        public ContainerNode<?> newContainer(int expectedSize) {
            // Sized for the fields to come: the table never grows while they are written.
            return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(expectedSize * 4 / 3 + 1));
        }
    }

    /** An item of a list, counted from 0; what is missing before it is filled with null. */
    record Index(int position) implements Segment {

        @Override
        public @Nullable JsonNode in(JsonNode container) {
            return container.get(position);
        }

        @Override
        public void put(ContainerNode<?> container, JsonNode value) {
            ArrayNode list = (ArrayNode) container;
            while (list.size() <= position) {
                list.addNull();
            }
            list.set(position, value);
        }

        @Override
        public ContainerNode<?> newContainer(int expectedSize) {
            return JsonNodeFactory.instance.arrayNode(expectedSize);
        }
    }

    /** All items of a list, {@code []}. */
    record Each() implements Segment {

        @Override
        public @Nullable JsonNode in(JsonNode container) {
            return container;
        }

        @Override
        public void put(ContainerNode<?> container, JsonNode value) {
            ((ArrayNode) container).add(value);
        }

        @Override
        public ContainerNode<?> newContainer(int expectedSize) {
            return JsonNodeFactory.instance.arrayNode();
        }
    }
}
