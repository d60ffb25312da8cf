package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Liquid wants it: maps, lists, texts, numbers. */
final class LiquidView {

    private LiquidView() {}

    /** The context's fields with the source's over them. */
    static Map<String, Object> variables(JsonNode source, JsonNode context) {
        Map<String, Object> variables = new LinkedHashMap<>();
        put(context, variables);
        put(source, variables);
        return variables;
    }

    private static void put(JsonNode object, Map<String, Object> variables) {
        object.properties().forEach(field -> {
            Object value = value(field.getValue());
            if (value != null) {
                variables.put(field.getKey(), value);
            }
        });
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                put(node, fields);
                yield fields;
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                node.forEach(item -> {
                    Object value = value(item);
                    items.add(value == null ? "" : value);
                });
                yield items;
            }
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? node.longValue() : node.decimalValue();
            default -> null;
        };
    }
}
