package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.step.Refusal;
import org.jspecify.annotations.Nullable;

/** One document, or one item of a block's list, on its way through a table. Not thread-safe. */
final class Run {

    private final Scope scope;
    private final @Nullable JsonNode[] places;
    private final Targets targets;
    private final Findings findings;

    Run(Scope scope, @Nullable JsonNode[] places, Targets targets, Findings findings) {
        this.scope = scope;
        this.places = places;
        this.targets = targets;
        this.findings = findings;
    }

    Scope scope() {
        return scope;
    }

    /** What stands at a numbered place of the source, or null. */
    @Nullable
    JsonNode place(int slot) {
        return places[slot];
    }

    Targets targets() {
        return targets;
    }

    Findings findings() {
        return findings;
    }

    Refusal refusal() {
        return findings.refusal();
    }

    void violation(Violation violation) {
        findings.violation(violation);
    }

    boolean isTraced() {
        return findings.isTraced();
    }

    void trace(MappingTrace.Field field) {
        findings.trace(field);
    }
}
