package com.wecomesb.rule.condition;

import java.util.List;

/**
 * A condition that asks for nothing but terms, so that an index can put it without looking at the condition.
 *
 * @param terms their numbers
 */
public record TermTest(Kind kind, List<Integer> terms) {

    /** What is asked of the terms. */
    public enum Kind {
        /** One of them occurs. */
        ANY,
        /** None of them occurs. */
        NONE,
        /** The whole text is one of them. */
        WHOLE
    }

    /** Whether it holds wherever one of the guard's terms was seen. */
    public boolean isProvedBy(Guard guard) {
        return switch (kind) {
            case ANY -> guard.whole().isEmpty() && guard.contained().equals(terms);
            case WHOLE -> guard.contained().isEmpty() && guard.whole().equals(terms);
            case NONE -> false;
        };
    }
}
