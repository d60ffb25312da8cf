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
        ANSWER,
        ACCOUNT,
        APP,
        BRAND,
        CALENDAR,
        /** Hours of business. */
        HOURS,
        /** The kind of a day, for which there must be no doubt about the calendar. */
        KIND_OF_DAY
    }
}
