package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.path.SlotTree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled lines: a plan over Jackson nodes in which nothing is looked up by name but the documents' own fields. */
final class Table {

    static final int ROOTS = Path.Root.values().length;

    private final Path.Root[] roots;
    private final FieldPlan[] fields;
    private final int[] parents;
    private final Segment[] segments;
    private final Targets.Layout layout;

    /**
     * @param roots what the paths start from
     */
    Table(List<FieldPlan> fields, SlotTree sources, Set<Path.Root> roots, TargetTree targets) {
        this.roots = roots.toArray(Path.Root[]::new);
        this.fields = fields.toArray(FieldPlan[]::new);
        this.parents = new int[sources.size()];
        this.segments = new Segment[sources.size()];
        for (int slot = ROOTS; slot < sources.size(); slot++) {
            parents[slot] = sources.parent(slot);
            segments[slot] = sources.segment(slot);
        }
        this.layout = targets.layout();
    }

    ContainerNode<?> map(Scope scope, Findings findings) {
        @Nullable JsonNode[] places = new JsonNode[parents.length];
        for (Path.Root root : roots) {
            places[root.ordinal()] = scope.root(root);
        }
        for (int slot = ROOTS; slot < places.length; slot++) {
            JsonNode parent = places[parents[slot]];
            places[slot] = parent == null ? null : segments[slot].in(parent);
        }
        Targets targets = new Targets(layout);
        Run run = new Run(scope, places, targets, findings);
        for (FieldPlan field : fields) {
            field.apply(run);
        }
        return targets.root();
    }
}
