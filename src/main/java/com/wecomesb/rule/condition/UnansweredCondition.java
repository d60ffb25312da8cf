package com.wecomesb.rule.condition;

/** {@code conversation: {unanswered: N}}: at least so many messages in a row found no answer. */
record UnansweredCondition(int atLeast) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return reading.facts().unanswered() >= atLeast;
    }

    @Override
    public String held(Reading reading) {
        return "连续 " + reading.facts().unanswered() + " 句没有答上";
    }

    @Override
    public String failed(Reading reading) {
        return "没答上的不到 " + atLeast + " 句";
    }
}
