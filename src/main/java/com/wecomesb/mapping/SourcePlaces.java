package com.wecomesb.mapping;

import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.path.SlotTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The places of the source that a table's lines read, numbered. */
final class SourcePlaces {

    private final SlotTree slots = new SlotTree(Table.ROOTS);
    private final Set<Path.Root> roots = EnumSet.noneOf(Path.Root.class);

    SlotTree slots() {
        return slots;
    }

    /** What the paths start from. */
    Set<Path.Root> roots() {
        return roots;
    }

    /**
     * Where a line's value comes from.
     *
     * @param to the target, for what it may violate
     */
    ValueSource of(Origin origin, String mapping, String to) {
        if (origin instanceof Origin.Places places) {
            List<ValueSource> values = values(places.paths());
            return values.size() == 1 ? values.get(0) : ValueSource.first(values);
        }
        if (origin instanceof Origin.All all) {
            return ValueSource.all(values(all.paths()));
        }
        if (origin instanceof Origin.Text text) {
            return text.template();
        }
        if (origin instanceof Origin.Expression expression) {
            return evaluated(expression.expression(), mapping, to);
        }
        return ValueSource.constant(((Origin.Constant) origin).value());
    }

    private static ValueSource evaluated(JsltExpression expression, String mapping, String to) {
        return run -> {
            JsltExpression.Outcome outcome = expression.of(run.scope());
            if (outcome.failure() != null) {
                run.findings().failed(new Violation(mapping, to, null, "jslt", "对象", outcome.failure()));
            }
            return outcome.value();
        };
    }

    private List<ValueSource> values(List<Path> paths) {
        return paths.stream()
                .map(path -> path.segments().isEmpty()
                        ? ValueSource.root(place(path))
                        : ValueSource.in(container(path), path.last()))
                .toList();
    }

    /** The place of what a path's last segment leads on from. */
    int container(Path path) {
        return place(path.root(), path.segments().subList(0, path.segments().size() - 1));
    }

    int place(Path path) {
        return place(path.root(), path.segments());
    }

    int place(Path.Root root, List<Segment> segments) {
        roots.add(root);
        return slots.slot(root.ordinal(), segments);
    }
}
