package com.wecomesb.reply;

/** A template could not be rendered; it does not say with which values, for they may be a customer's. */
public final class NotRendered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRendered(RuntimeException reason) {
        super("Template could not be rendered: " + reason.getClass().getSimpleName());
    }
}
