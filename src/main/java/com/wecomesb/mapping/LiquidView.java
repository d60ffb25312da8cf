package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.step.ScalarText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as Liquid wants it: maps, lists, texts, numbers. */
final class LiquidView {

    /** What Liquid may calculate with; NaN or 1E999999999 is a text to it. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,200}(\\.[0-9]{1,200})?");

    private LiquidView() {}

    /** The context's fields with the source's over them; in a block what the block knows, below both. */
    static Map<String, Object> variables(Scope scope) {
        Map<String, Object> variables = new LinkedHashMap<>();
        if (scope.isItem()) {
            variables.put("index", scope.index());
            variables.put("parent", orEmpty(value(scope.parent())));
            variables.put("source", orEmpty(value(scope.whole())));
        }
        put(scope.context(), variables);
        put(scope.source(), variables);
        return variables;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static Object number(JsonNode node) {
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return node.longValue();
        }
        String text = ScalarText.of(node);
        return PLAIN.matcher(text).matches() ? new BigDecimal(text) : text;
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
            case NUMBER -> number(node);
            default -> null;
        };
    }
}
