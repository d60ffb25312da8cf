package com.wecomesb.connector.expression;

import org.jspecify.annotations.Nullable;

/** An option of a step that says something impossible. It is of a file, so it may be shown. */
public class OptionMistaken extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String text;

    /** @param text what was written, by which its line is found */
    public OptionMistaken(String text, String message) {
        this(text, message, null);
    }

    OptionMistaken(String text, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.text = text;
    }

    /** What was written. */
    public final String text() {
        return text;
    }
}
