package com.wecomesb.rule.condition;

import java.util.Locale;

/** A number from 0 to 1, in words for people. */
final class Score {

    private Score() {}

    /** Two digits, cut off: what is just below a threshold never looks as if it had reached it. */
    static String of(double score) {
        return String.format(Locale.ROOT, "%.2f", Math.floor(score * 100 + 1e-9) / 100);
    }
}
