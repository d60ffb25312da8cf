package com.wecomesb.mapping;

/** One line of the table, compiled. Immutable and thread-safe. */
interface FieldPlan {

    void apply(Run run);
}
