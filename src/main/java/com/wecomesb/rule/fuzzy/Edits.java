package com.wecomesb.rule.fuzzy;

/** How many typos a term may have: none below 3 characters, 1 up to 5, then 2. */
final class Edits {

    static final int MOST = 2;

    private Edits() {}

    static int allowed(int length) {
        if (length < 3) {
            return 0;
        }
        return length < 6 ? 1 : MOST;
    }
}
