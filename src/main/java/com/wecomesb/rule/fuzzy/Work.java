package com.wecomesb.rule.fuzzy;

/** Bounds how many comparisons one message may cost, whatever it consists of. */
final class Work {

    private int left;

    Work(int atMost) {
        left = atMost;
    }

    boolean goesOn() {
        return left-- > 0;
    }
}
