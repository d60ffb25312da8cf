package com.wecomesb.rule.condition;

/** {@code tag: {none: […]}}: the contact has none of these tags, nor one below them. */
record NoTagCondition(TagCondition forbidden) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return !forbidden.holds(reading);
    }

    @Override
    public String held(Reading reading) {
        return forbidden.failed(reading);
    }

    @Override
    public String failed(Reading reading) {
        return forbidden.held(reading);
    }
}
