package com.wecomesb.rule.condition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One condition of a rule, compiled; immutable. */
public interface Condition {

    /** Whether it holds. */
    Answer test(Reading reading);

    /**
     * Normalised terms of which at least one must occur in the text where this condition holds; empty when it can hold
     * without any. The index looks at a rule only after one of its terms was seen.
     */
    default Optional<Set<String>> required() {
        return Optional.empty();
    }

    /** All normalised terms that it asks about. */
    default Set<String> terms() {
        return Set.of();
    }

    /**
     * Whether a condition holds and why.
     *
     * @param reason in words for people: what held, or what did not
     * @param failures how many of the lines that must hold did not
     * @param variables what it took from the text
     */
    record Answer(boolean holds, String reason, int failures, Map<String, String> variables) {

        static Answer yes(String reason) {
            return new Answer(true, reason, 0, Map.of());
        }

        static Answer no(String reason) {
            return new Answer(false, reason, 1, Map.of());
        }
    }
}
