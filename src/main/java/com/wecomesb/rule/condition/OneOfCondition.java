package com.wecomesb.rule.condition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code channel}, {@code account}, {@code brand}, {@code message: {type: …}}, {@code conversation: {state: …}}: a fact is
 * one of these.
 */
record OneOfCondition(Fact fact, Set<String> values) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return values.contains(fact.of(reading.facts()));
    }

    @Override
    public String held(Reading reading) {
        return fact.words() + "是“" + fact.of(reading.facts()) + "”";
    }

    @Override
    public String failed(Reading reading) {
        return fact.words() + "不是“" + String.join("”或“", values) + "”";
    }

    @Override
    public Foresight at(Place place) {
        return switch (fact) {
            case ACCOUNT -> among(place.account());
            case BRAND -> among(place.brand());
            default -> Foresight.DEPENDS;
        };
    }

    private Foresight among(@Nullable String value) {
        if (value == null) {
            return Foresight.DEPENDS;
        }
        return values.contains(value) ? Foresight.ALWAYS : Foresight.NEVER;
    }
}
