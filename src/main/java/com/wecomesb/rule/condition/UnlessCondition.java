package com.wecomesb.rule.condition;

import java.util.Optional;

/** The rule's {@code unless}: holds where the condition does not. */
record UnlessCondition(Condition condition) implements Condition, Exclusion {

    @Override
    public boolean holds(Reading reading) {
        return !condition.holds(reading);
    }

    @Override
    public String held(Reading reading) {
        return "不属于除外情况";
    }

    @Override
    public String failed(Reading reading) {
        return "属于除外情况:" + condition.held(reading);
    }

    @Override
    public String written() {
        return "除外情况(unless)";
    }

    @Override
    public void asksFor(Counted.Builder counted) {
        condition.asksFor(counted);
    }

    @Override
    public Foresight at(Place place) {
        return condition.at(place).not();
    }

    @Override
    public Optional<String> guesses(Place place) {
        return condition.guesses(place);
    }
}
