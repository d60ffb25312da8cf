package com.wecomesb.rule.condition;

/** {@code conversation: {unanswered: N}}: at least so many messages in a row found no answer. */
record UnansweredCondition(int atLeast) implements Condition {

    @Override
    public Answer test(Reading reading) {
        int unanswered = reading.facts().unanswered();
        return unanswered >= atLeast
                ? Answer.yes("连续 " + unanswered + " 句没有答上")
                : Answer.no("没答上的不到 " + atLeast + " 句");
    }
}
