package com.wecomesb.sync;

/** How one field is kept in step. */
record FieldRule(Direction direction, Policy conflicts) {}
