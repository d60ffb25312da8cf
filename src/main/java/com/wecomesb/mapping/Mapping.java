package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table, compiled to a plan over Jackson nodes. Immutable and thread-safe. */
public final class Mapping {

    static final int SOURCE = 0;
    static final int CONTEXT = 1;

    private final String name;
    private final FieldPlan[] fields;
    private final int[] parents;
    private final Segment[] segments;
    private final Targets.Layout layout;

    Mapping(String name, List<FieldPlan> fields, SlotTree sources, TargetTree targets) {
        this.name = name;
        this.fields = fields.toArray(FieldPlan[]::new);
        this.parents = new int[sources.size()];
        this.segments = new Segment[sources.size()];
        for (int slot = CONTEXT + 1; slot < sources.size(); slot++) {
            parents[slot] = sources.parent(slot);
            segments[slot] = sources.segment(slot);
        }
        this.layout = targets.layout();
    }

    public String name() {
        return name;
    }

    /** Maps a document; {@code context} holds what {@code $conversation}, {@code $channel}, … stand for. */
    public MappingResult apply(JsonNode source, JsonNode context) {
        Run run = run(source, context, false);
        return new MappingResult(run.targets().root(), run.violations());
    }

    /** The same, with every field's way to its value. */
    public MappingTrace trace(JsonNode source, JsonNode context) {
        Run run = run(source, context, true);
        return new MappingTrace(run.targets().root(), run.trace(), run.violations());
    }

    private Run run(JsonNode source, JsonNode context, boolean traced) {
        @Nullable JsonNode[] places = new JsonNode[parents.length];
        places[SOURCE] = source;
        places[CONTEXT] = context;
        for (int slot = CONTEXT + 1; slot < places.length; slot++) {
            JsonNode parent = places[parents[slot]];
            places[slot] = parent == null ? null : segments[slot].in(parent);
        }
        Run run = new Run(source, context, places, new Targets(layout), traced);
        for (FieldPlan field : fields) {
            field.apply(run);
        }
        return run;
    }
}
