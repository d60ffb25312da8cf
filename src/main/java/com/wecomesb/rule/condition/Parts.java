package com.wecomesb.rule.condition;

import java.util.List;
import java.util.stream.Stream;

/** The parts of conditions that examples can reach one by one. */
public final class Parts {

    private Parts() {}

    /** Each line of {@code any} and {@code all} by itself; without what excludes and what holds back. */
    public static List<Condition> of(List<Condition> conditions) {
        return conditions.stream().flatMap(Parts::of).toList();
    }

    private static Stream<Condition> of(Condition condition) {
        if (condition instanceof AnyOf any) {
            return any.lines().stream().flatMap(Parts::of);
        }
        if (condition instanceof AllOf all) {
            return all.lines().stream().flatMap(Parts::of);
        }
        return condition instanceof Exclusion || condition instanceof Limit ? Stream.empty() : Stream.of(condition);
    }
}
