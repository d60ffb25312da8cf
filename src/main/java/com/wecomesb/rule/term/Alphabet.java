package com.wecomesb.rule.term;

import java.util.List;

/** The characters of all terms, numbered from 1 in their order. */
final class Alphabet {

    /** The number of every character that no term has. */
    static final int NONE = 0;

    private final char[] codes = new char[Character.MAX_VALUE + 1];
    private final int size;

    Alphabet(List<String> terms) {
        for (String term : terms) {
            for (int i = 0; i < term.length(); i++) {
                codes[term.charAt(i)] = 1;
            }
        }
        char count = 0;
        for (int c = 0; c < codes.length; c++) {
            if (codes[c] != NONE) {
                codes[c] = ++count;
            }
        }
        size = count;
    }

    int code(char c) {
        return codes[c];
    }

    /** The highest number. */
    int size() {
        return size;
    }
}
