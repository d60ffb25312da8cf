package com.wecomesb.rule.condition;

import java.util.List;

/** Tells whether conditions find the reply that {@code reply: {similar: true}} sends. */
public final class Answering {

    /** The variable that names the reply. */
    public static final String VARIABLE = "similar";

    private Answering() {}

    /** Whether a reply is found in every case in which all of these hold. */
    public static boolean isSure(List<Condition> conditions) {
        return conditions.stream().anyMatch(Answering::isSure);
    }

    private static boolean isSure(Condition condition) {
        if (condition instanceof AllOf all) {
            return isSure(all.lines());
        }
        if (condition instanceof AnyOf any) {
            return any.lines().stream().allMatch(Answering::isSure);
        }
        return condition instanceof SimilarCondition;
    }
}
