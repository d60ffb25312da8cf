package com.wecomesb.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that is done only when its condition holds. */
record ConditionalField(
        Condition condition,
        FieldPlan plan,
        String to,
        @Nullable String from) implements FieldPlan {

    @Override
    public void apply(Run run) {
        if (condition.holds(run.scope())) {
            plan.apply(run);
        } else if (run.isTraced()) {
            run.trace(new MappingTrace.Field(to, from, null, List.of(), null, MappingTrace.SKIPPED));
        }
    }
}
