package com.wecomesb.api;

/** What the caller named does not exist. */
final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere(String message) {
        super(message);
    }
}
