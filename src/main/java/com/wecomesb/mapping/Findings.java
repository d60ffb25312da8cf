package com.wecomesb.mapping;

import com.wecomesb.mapping.step.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found out about one document beside its result. Not thread-safe. */
final class Findings {

    private final Refusal refusal = new Refusal();
    private final @Nullable List<MappingTrace.Field> trace;
    private @Nullable List<Violation> violations;

    Findings(boolean traced) {
        this.trace = traced ? new ArrayList<>() : null;
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
