package com.wecomesb.rule;

/**
 * Something about rules that loads but is probably not meant.
 *
 * @param kind which check found it
 * @param message in words for people
 */
public record Finding(Kind kind, Position where, String message) {

    /** What the checks look for. */
    public enum Kind {
        /** The same conditions as another rule that comes first, so it never acts. */
        NEVER_FIRES,
        /** The same conditions as another rule; both act. */
        DUPLICATE,
        /** The same priority as another rule that reacts to the same words: the order of the files decides. */
        EQUAL_PRIORITY,
        /** Nothing shows that an exclusion excludes anything. */
        UNTRIED_EXCLUSION,
        /** A rule without an example. */
        NO_EXAMPLE
    }

    /** {@code rules/returns.yaml:12:5: …}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return where.mistake(message).toString();
    }
}
