package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes that the lines of a table, or of a block, see. */
record ShapeFrame(Shape source, Shape parent, Shape whole, Shape target) {

    /** Null for what no schema describes. */
    @Nullable
    Shape root(Path.Root root) {
        return switch (root) {
            case SOURCE -> source;
            case PARENT -> parent;
            case WHOLE -> whole;
            case CONTEXT, INDEX -> null;
        };
    }

    /** For the items of a list that stands at a path that leads somewhere. */
    ShapeFrame ofItems(Path list, Shape targetList) {
        Shape start = root(list.root());
        Shape from = start == null ? Shape.UNKNOWN : start;
        List<Segment> toItem = new ArrayList<>(list.segments());
        toItem.add(Segment.EACH);
        int outer = list.segments().lastIndexOf(Segment.EACH);
        Shape above = outer < 0
                ? source
                : from.follow(list.segments().subList(0, outer + 1)).shape();
        return new ShapeFrame(from.follow(toItem).shape(), above, whole, ShapeCheck.items(targetList));
    }

    /** For the groups of those items: {@code {key, items}}. */
    ShapeFrame grouped() {
        JsonNode item = source.node();
        ObjectNode group = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode fields = group.putObject("properties");
        fields.putObject("key");
        fields.putObject("items")
                .put("type", "array")
                .set("items", item == null ? JsonNodeFactory.instance.objectNode() : item);
        return new ShapeFrame(new Shape(source.name(), source.root(), group), parent, whole, target);
    }
}
