package com.wecomesb.rule.condition;

/** {@code conversation: {variables: {step: confirm}}}: a variable of the conversation's dialog compares so. */
record VariableCondition(String name, Comparison comparison) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return comparison.holds(
                reading.facts().variables().path(name), reading.facts().now().getZone());
    }

    @Override
    public String held(Reading reading) {
        return "会话变量 " + name + " " + comparison.words();
    }

    @Override
    public String failed(Reading reading) {
        return "会话变量 " + name + " 不符合:" + comparison.words();
    }
}
