package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code channel}, {@code account}, {@code brand}, {@code message: {type: …}}, {@code conversation: {state: …}}: a fact is
 * one of these.
 *
 * @param name the fact in words for people
 */
record OneOfCondition(String name, Function<Facts, String> fact, Set<String> values) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return values.contains(fact.apply(reading.facts()));
    }

    @Override
    public String held(Reading reading) {
        return name + "是“" + fact.apply(reading.facts()) + "”";
    }

    @Override
    public String failed(Reading reading) {
        return name + "不是“" + String.join("”或“", values) + "”";
    }
}
