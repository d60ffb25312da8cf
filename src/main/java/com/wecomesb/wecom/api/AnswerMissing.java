package com.wecomesb.wecom.api;

import java.io.IOException;

/** The request went out, at least in part, and no whole answer came back: it may have been carried out. */
final class AnswerMissing extends IOException {

    private static final long serialVersionUID = 1;

    AnswerMissing(IOException cause) {
        super("No answer: " + cause.getClass().getSimpleName(), cause);
    }
}
