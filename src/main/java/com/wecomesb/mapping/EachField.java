package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value for each item of a list, or of lists within lists: item n of the source fills item n of the target.
 *
 * @param sourceList the place of the outermost list
 * @param sourceParts what leads from an item to the next list, the last one to the value; {@code targetParts} likewise
 */
record EachField(
        Conversion conversion, int sourceList, List<Segment[]> sourceParts, int targetList, List<Segment[]> targetParts)
        implements FieldPlan {

    @Override
    public void apply(Run run) {
        JsonNode list = run.place(sourceList);
        if (list == null || EmptyValue.is(list)) {
            return;
        }
        if (!list.isArray()) {
            conversion.violation(list, "应为列表", run);
            return;
        }
        copy(list, (ArrayNode) run.targets().container(targetList), 0, run);
    }

    private void copy(JsonNode source, ArrayNode target, int level, Run run) {
        Segment[] sourcePart = sourceParts.get(level);
        Segment[] targetPart = targetParts.get(level);
        boolean innermost = level == sourceParts.size() - 1;
        for (int index = 0; index < source.size(); index++) {
            JsonNode value = Segment.walk(source.get(index), sourcePart);
            if (!innermost) {
                descend(value, item(target, index, targetPart), targetPart, level, run);
                continue;
            }
            JsonNode converted = conversion.convert(value, run);
            if (targetPart.length == 0) {
                if (converted != null) {
                    target.add(converted);
                }
                continue;
            }
            // The item is made even when this field has nothing for it: other fields of item n must meet there.
            ContainerNode<?> item = item(target, index, targetPart);
            if (converted != null) {
                put(item, targetPart, converted);
            }
        }
    }

    private void descend(@Nullable JsonNode list, ContainerNode<?> item, Segment[] targetPart, int level, Run run) {
        if (list == null || EmptyValue.is(list)) {
            return;
        }
        if (!list.isArray()) {
            conversion.violation(list, "应为列表", run);
            return;
        }
        ContainerNode<?> at = item;
        for (int depth = 0; depth < targetPart.length; depth++) {
            Segment next = depth + 1 < targetPart.length ? targetPart[depth + 1] : Segment.EACH;
            at = inside(at, targetPart[depth], next);
        }
        copy(list, (ArrayNode) at, level + 1, run);
    }

    /** Item n of a target list; a list within a list when nothing lies between. */
    private static ContainerNode<?> item(ArrayNode target, int index, Segment[] part) {
        Segment first = part.length == 0 ? Segment.EACH : part[0];
        while (target.size() <= index) {
            target.add(first.newContainer(4));
        }
        return (ContainerNode<?>) target.get(index);
    }

    private static void put(ContainerNode<?> item, Segment[] part, JsonNode value) {
        ContainerNode<?> at = item;
        for (int depth = 0; depth < part.length - 1; depth++) {
            at = inside(at, part[depth], part[depth + 1]);
        }
        part[part.length - 1].put(at, value);
    }

    private static ContainerNode<?> inside(ContainerNode<?> container, Segment segment, Segment next) {
        JsonNode there = segment.in(container);
        if (there instanceof ContainerNode<?> known) {
            return known;
        }
        ContainerNode<?> made = next.newContainer(4);
        segment.put(container, made);
        return made;
    }
}
