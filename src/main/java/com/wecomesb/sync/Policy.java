package com.wecomesb.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is right when both sides changed a field since they last agreed. */
enum Policy {
    /** We are. */
    SOURCE,
    /** The system is. */
    TARGET,
    /** Who changed it last. */
    NEWEST,
    /** A person says who. */
    REVIEW;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Policy> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Policy::word).toList();
    }
}
