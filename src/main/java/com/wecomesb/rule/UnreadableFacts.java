package com.wecomesb.rule;

/** Described facts with a moment or a length of time that nobody can read; the message says how to write it. */
public final class UnreadableFacts extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableFacts(String message) {
        super(message);
    }
}
