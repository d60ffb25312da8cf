package com.wecomesb.api;

/** The caller asked for something that makes no sense; the message says what, and repeats nothing of it. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
