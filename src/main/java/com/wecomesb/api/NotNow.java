package com.wecomesb.api;

/** What the caller wants makes sense, but not in the state that things are in. */
final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message);
    }
}
