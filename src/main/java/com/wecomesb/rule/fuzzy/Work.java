package com.wecomesb.rule.fuzzy;

/** Bounds how many comparisons one message may cost, whatever it consists of, and lends them their memory. */
final class Work {

    private final int[][] rows = new int[3][32];
    private int left;

    Work(int atMost) {
        left = atMost;
    }

    boolean goesOn() {
        return left-- > 0;
    }

    /** A row of numbers with places from 0 to the width; whatever was in it before. */
    int[] row(int number, int width) {
        if (rows[number].length <= width) {
            rows[number] = new int[width * 2];
        }
        return rows[number];
    }
}
