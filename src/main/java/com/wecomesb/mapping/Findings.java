package com.wecomesb.mapping;

import com.wecomesb.mapping.step.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is found out about one document beside its result. Not thread-safe. */
final class Findings {

    private final Refusal refusal = new Refusal();
    private final @Nullable List<MappingTrace.Field> trace;
    private @Nullable List<Violation> violations;
    private @Nullable String failure;

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

    /** A line's source could not be found out: a violation, and what the line's trace says instead of "empty". */
    void failed(Violation violation) {
        violation(violation);
        failure = violation.rule();
    }

    /** Of the line at hand. */
    Optional<String> takeFailure() {
        Optional<String> taken = Optional.ofNullable(failure);
        failure = null;
        return taken;
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
