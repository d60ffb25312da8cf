package com.wecomesb.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A document does not fit its mapping; says which fields and why, never the values. */
public final class MappingViolated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public MappingViolated(List<Violation> violations) {
        super(violations.stream().map(Violation::sentence).collect(Collectors.joining(";")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
