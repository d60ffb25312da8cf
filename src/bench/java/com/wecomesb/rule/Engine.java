package com.wecomesb.rule;

import java.util.Comparator;
import java.util.List;

/** What finds rules for a message; not thread-safe. Rules are given by their numbers in the corpus. */
interface Engine extends AutoCloseable {

    int NONE = -1;

    /** The rule with the highest priority that matches, or {@link #NONE}. */
    int first(Message message);

    /** Adds every rule that matches, in any order. */
    void all(Message message, Found found);

    @Override
    default void close() {}

    /** The highest priority first; among equal ones the order of the corpus decides. */
    static List<Case> byPriority(List<Case> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(Case::priority).reversed())
                .toList();
    }
}
