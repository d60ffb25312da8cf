package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.step.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document on its way through a mapping. Not thread-safe. */
final class Run {

    private final JsonNode source;
    private final JsonNode context;
    private final @Nullable JsonNode[] places;
    private final Targets targets;
    private final Refusal refusal = new Refusal();
    private final @Nullable List<MappingTrace.Field> trace;
    private @Nullable List<Violation> violations;

    Run(JsonNode source, JsonNode context, @Nullable JsonNode[] places, Targets targets, boolean traced) {
        this.source = source;
        this.context = context;
        this.places = places;
        this.targets = targets;
        this.trace = traced ? new ArrayList<>() : null;
    }

    JsonNode source() {
        return source;
    }

    JsonNode context() {
        return context;
    }

    /** What stands at a numbered place of the source, or null. */
    @Nullable
    JsonNode place(int slot) {
        return places[slot];
    }

    Targets targets() {
        return targets;
    }

    Refusal refusal() {
        return refusal;
    }

    void violation(Violation violation) {
        if (violations == null) {
            violations = new ArrayList<>();
        }
        violations.add(violation);
    }

    List<Violation> violations() {
        return violations == null ? List.of() : List.copyOf(violations);
    }

    boolean isTraced() {
        return trace != null;
    }

    void trace(MappingTrace.Field field) {
        if (trace != null) {
            trace.add(field);
        }
    }

    List<MappingTrace.Field> trace() {
        return trace == null ? List.of() : List.copyOf(trace);
    }
}
