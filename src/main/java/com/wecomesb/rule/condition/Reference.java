package com.wecomesb.rule.condition;

import com.wecomesb.rule.Position;

/**
 * A name in a rule file that other files have to know.
 *
 * @param kind what it is the name of
 */
public record Reference(Kind kind, String name, Position where) {

    /** What rules name that stands in other files. */
    public enum Kind {
        INTENT,
        /** A reply whose entry lists questions. */
        ANSWER
    }
}
