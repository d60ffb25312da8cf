package com.wecomesb.understanding.external;

import java.util.Locale;

/** A text that a classifier did not classify; says nothing of the text. */
final class NotClassified extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        /** No answer, or an error. */
        FAILED,
        /** An answer that names no known intent. */
        UNUSABLE,
        /** Too late. */
        LATE,
        /** The budget of this minute is used up. */
        OVER_BUDGET,
        /** It failed too often of late and is left alone for a while. */
        LEFT_ALONE;

        /** As measures have it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    NotClassified(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    NotClassified(Reason reason, String message, Throwable cause) {
        super(message + " (" + cause.getClass().getName() + ")");
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
