package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import java.util.List;

/**
 * A block of lines for each item of a list: each item makes one of the target list. Lists within lists become one list.
 *
 * @param parts what leads from an item to the list within it, for each list but the innermost
 */
record EachTable(Conversion naming, int list, List<Segment[]> parts, Condition only, Table table, int target)
        implements FieldPlan {

    @Override
    public void apply(Run run) {
        JsonNode items = run.place(list);
        if (items != null) {
            map(items, 0, run.scope().source(), run);
        }
    }

    private void map(JsonNode items, int level, JsonNode parent, Run run) {
        if (EmptyValue.is(items)) {
            return;
        }
        if (!items.isArray()) {
            naming.violation(items, "应为列表", run);
            return;
        }
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = items.get(index);
            if (level < parts.size()) {
                JsonNode inner = Segment.walk(item, parts.get(level));
                map(inner == null ? MissingNode.getInstance() : inner, level + 1, item, run);
                continue;
            }
            Scope scope = run.scope().item(item, parent, index);
            if (only.holds(scope)) {
                ((ArrayNode) run.targets().container(target)).add(table.map(scope, run.findings()));
            }
        }
    }
}
