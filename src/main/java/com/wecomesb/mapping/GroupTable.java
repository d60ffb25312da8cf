package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block of lines for each group of a list's items that have something in common: each group makes one item of the target
 * list, in the order of the groups' first items. The lines see {@code {key, items}}.
 *
 * @param by what they have in common
 */
record GroupTable(Conversion naming, int list, List<Segment[]> by, Condition only, Table table, int target)
        implements FieldPlan {

    @Override
    public void apply(Run run) {
        JsonNode items = run.place(list);
        if (items == null || EmptyValue.is(items)) {
            return;
        }
        if (!items.isArray()) {
            naming.violation(items, "应为列表", run);
            return;
        }
        Scope scope = run.scope();
        Map<JsonNode, ArrayNode> groups = new LinkedHashMap<>();
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = items.get(index);
            if (only.holds(scope.item(item, scope.source(), index))) {
                groups.computeIfAbsent(key(item), key -> JsonNodeFactory.instance.arrayNode())
                        .add(item);
            }
        }
        int index = 0;
        for (Map.Entry<JsonNode, ArrayNode> group : groups.entrySet()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("key", group.getKey());
            document.set("items", group.getValue());
            Scope inner = scope.item(document, scope.source(), index++);
            ((ArrayNode) run.targets().container(target)).add(table.map(inner, run.findings()));
        }
    }

    /** A list when several things are in common; null for what is missing. */
    private JsonNode key(JsonNode item) {
        if (by.size() == 1) {
            return value(item, by.get(0));
        }
        ArrayNode key = JsonNodeFactory.instance.arrayNode(by.size());
        by.forEach(path -> key.add(value(item, path)));
        return key;
    }

    private static JsonNode value(JsonNode item, Segment[] path) {
        JsonNode value = Segment.walk(item, path);
        return value == null ? NullNode.getInstance() : value;
    }
}
