package com.wecomesb.rule.condition;

/** A rule without {@code when}: the event alone is enough. */
record AlwaysCondition() implements Condition {

    @Override
    public Answer test(Reading reading) {
        return Answer.yes("事件类型符合");
    }
}
