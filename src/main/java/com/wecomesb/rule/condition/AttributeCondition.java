package com.wecomesb.rule.condition;

/** {@code attribute: {spent: {at-least: 1000}}}: an attribute of the contact compares so. */
record AttributeCondition(String name, Comparison comparison) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return comparison.holds(
                reading.facts().attributes().path(name), reading.facts().now().getZone());
    }

    @Override
    public String held(Reading reading) {
        return "属性 " + name + " " + comparison.words();
    }

    @Override
    public String failed(Reading reading) {
        return "属性 " + name + " 不符合:" + comparison.words();
    }
}
