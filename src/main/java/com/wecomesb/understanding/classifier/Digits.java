package com.wecomesb.understanding.classifier;

import java.util.regex.Pattern;

/** Numbers as what they are: which order it is says nothing about what its buyer wants. */
final class Digits {

    /** Stands for the number of an order, a parcel, a telephone. */
    static final char LONG = '0';

    /** Stands for any other number. */
    static final char SHORT = '1';

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{8,}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*|0[0-9]+");

    private Digits() {}

    static String folded(String text) {
        String shorter = LONG_NUMBER.matcher(text).replaceAll(String.valueOf(LONG));
        return NUMBER.matcher(shorter).replaceAll(String.valueOf(SHORT));
    }
}
