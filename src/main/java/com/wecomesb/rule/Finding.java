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
        /** No message can suit all of its conditions, or another rule always acts instead of it. */
        NEVER_FIRES(true),
        /** Its time is over. */
        EXPIRED(false),
        /** The same conditions as another rule; both act. */
        DUPLICATE(false),
        /** The same priority as another rule that the same message suits: the order of the files decides. */
        EQUAL_PRIORITY(false),
        /** A system is asked for what its connector cannot do. */
        MISSING_VERB(false),
        /** Nothing shows that an exclusion excludes anything. */
        UNTRIED_EXCLUSION(false),
        /** No example reaches one of the conditions. */
        UNREACHED_CONDITION(false),
        /** A rule without an example. */
        NO_EXAMPLE(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }
    }

    /** Whether it is wrong for sure, and not only worth a look. */
    public boolean isError() {
        return kind.error;
    }

    /** {@code rules/returns.yaml:12:5: …}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return where.mistake(message).toString();
    }
}
