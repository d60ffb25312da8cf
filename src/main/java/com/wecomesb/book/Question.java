package com.wecomesb.book;

import java.time.Instant;

/**
 * What customers asked and no rule knew.
 *
 * @param text as one of them wrote it
 * @param count how many asked so
 * @param last when the latest did
 */
public record Question(String text, long count, Instant last) {

    /** Without the text: it is a customer's. */
    @Override
    public String toString() {
        return "Question[" + count + "]";
    }
}
