package com.wecomesb.book;

import java.util.Arrays;
import java.util.Optional;

/** How a message is compared with the questions of a row. */
enum Matching {
    /** It mentions one of them. */
    CONTAINS("包含"),
    /** It is one of them. */
    EXACT("完全"),
    /** It resembles one of them. */
    SIMILAR("相似");

    private final String word;

    Matching(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Matching> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
