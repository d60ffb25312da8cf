package com.wecomesb.connector.expression;

/** An expression could not be applied to what came: of another shape than its author thought. */
public final class JsltFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsltFailed(String text) {
        super(text);
    }
}
