package com.wecomesb.rule.condition;

/** What can be said of a condition from the account alone, before any message is there. */
public enum Foresight {
    ALWAYS,
    NEVER,
    DEPENDS;

    Foresight not() {
        return switch (this) {
            case ALWAYS -> NEVER;
            case NEVER -> ALWAYS;
            case DEPENDS -> DEPENDS;
        };
    }
}
