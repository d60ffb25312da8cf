package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lists as a whole: {@code first}, {@code last} (a single value is its own), {@code list} (a single value becomes a list of
 * one), {@code flatten} (lists within the list dissolve), {@code unique}, {@code compact} (without empty items).
 */
final class ListStep implements Step {

    private final UnaryOperator<JsonNode> change;
    private final boolean picksOne;

    private ListStep(UnaryOperator<JsonNode> change, boolean picksOne) {
        this.change = change;
        this.picksOne = picksOne;
    }

    static Step first(StepArgument argument) {
        argument.none();
        return new ListStep(value -> item(value, 0), true);
    }

    static Step last(StepArgument argument) {
        argument.none();
        return new ListStep(value -> item(value, value.size() - 1), true);
    }

    static Step list(StepArgument argument) {
        argument.none();
        return new ListStep(ListStep::asList, false);
    }

    static Step flatten(StepArgument argument) {
        argument.none();
        return new ListStep(value -> flatten(asList(value), JsonNodeFactory.instance.arrayNode()), false);
    }

    static Step unique(StepArgument argument) {
        argument.none();
        return new ListStep(ListStep::unique, false);
    }

    static Step compact(StepArgument argument) {
        argument.none();
        return new ListStep(ListStep::compact, false);
    }

    @Override
    public JsonNode apply(JsonNode value, Refusal refusal) {
        return change.apply(value);
    }

    private static JsonNode item(JsonNode value, int index) {
        if (!value.isArray()) {
            return value;
        }
        JsonNode item = value.get(index);
        return item == null ? MissingNode.getInstance() : item;
    }

    private static JsonNode asList(JsonNode value) {
        return value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
    }

    private static ArrayNode flatten(JsonNode list, ArrayNode found) {
        for (JsonNode item : list) {
            if (item.isArray()) {
                flatten(item, found);
            } else {
                found.add(item);
            }
        }
        return found;
    }

    private static JsonNode unique(JsonNode value) {
        Set<JsonNode> items = new LinkedHashSet<>();
        asList(value).forEach(items::add);
        return JsonNodeFactory.instance.arrayNode(items.size()).addAll(items);
    }

    private static JsonNode compact(JsonNode value) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : asList(value)) {
            boolean empty = item.isNull()
                    || (item.isTextual() ? item.textValue().isEmpty() : item.isContainerNode() && item.isEmpty());
            if (!empty) {
                kept.add(item);
            }
        }
        return kept;
    }

    @Override
    public Set<Kind> gives(Set<Kind> kinds) {
        if (!picksOne) {
            return EnumSet.of(Kind.LIST);
        }
        return kinds.contains(Kind.LIST) ? Kind.ALL : kinds;
    }

    @Override
    public WayBack back() {
        return WayBack.nearly(picksOne ? "[list]" : "[]");
    }
}
