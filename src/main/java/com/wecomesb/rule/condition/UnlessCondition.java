package com.wecomesb.rule.condition;

import java.util.Set;

/** The rule's {@code unless}: holds where the condition does not. */
record UnlessCondition(Condition condition) implements Condition {

    @Override
    public Answer test(Reading reading) {
        Answer answer = condition.test(reading);
        return answer.holds() ? Answer.no("除外:" + answer.reason()) : Answer.yes("不属于除外情况");
    }

    @Override
    public Set<String> terms() {
        return condition.terms();
    }
}
