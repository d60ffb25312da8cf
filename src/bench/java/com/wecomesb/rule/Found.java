package com.wecomesb.rule;

import java.util.Arrays;

/** The numbers of the rules that an engine found for one message; used again for the next one. */
final class Found {

    private int[] numbers = new int[256];
    private int count;

    void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Ascending. */
    int[] sorted() {
        int[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
