package com.wecomesb.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which way the changes of a field go. */
enum Direction {
    /** From the system to us. */
    IN,
    /** From us to the system. */
    OUT,
    BOTH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Direction::word).toList();
    }

    boolean comesIn() {
        return this != OUT;
    }

    boolean goesOut() {
        return this != IN;
    }
}
