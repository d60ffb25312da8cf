package com.wecomesb.wecom.api;

import java.io.IOException;

/** The answer is larger than {@code esb.wecom.http.answer-limit}; it will be so again. */
final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    AnswerTooLarge(long limit) {
        super("The answer has more than " + limit + " bytes");
    }
}
