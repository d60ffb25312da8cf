package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.step.ScalarText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value must be for a line to be done. */
@FunctionalInterface
interface ValueTest {

    Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,50}(\\.[0-9]{1,50})?");

    /**
     * Whether the value is as it must be.
     *
     * @param value null when it is missing or empty
     */
    boolean holds(@Nullable JsonNode value);

    static ValueTest exists(boolean wanted) {
        return value -> (value != null) == wanted;
    }

    /** The value is one of these, or a list that has one of them; texts and numbers are compared as they are written. */
    static ValueTest oneOf(Set<String> texts) {
        return value -> value != null && (value.isArray() ? any(value, texts) : texts.contains(text(value)));
    }

    private static boolean any(JsonNode list, Set<String> texts) {
        for (JsonNode item : list) {
            if (texts.contains(text(item))) {
                return true;
            }
        }
        return false;
    }

    static ValueTest contains(String part) {
        return value -> value != null
                && (value.isArray() ? any(value, Set.of(part)) : text(value).contains(part));
    }

    static ValueTest startsWith(String start) {
        return value -> value != null && text(value).startsWith(start);
    }

    /** Compares numbers, also those written as text; nothing else holds. */
    static ValueTest compares(BigDecimal with, IntPredicate wanted) {
        return value -> {
            if (value == null || value.isContainerNode()) {
                return false;
            }
            String text = ScalarText.of(value);
            return NUMBER.matcher(text).matches() && wanted.test(new BigDecimal(text).compareTo(with));
        };
    }

    static ValueTest not(ValueTest test) {
        return value -> !test.holds(value);
    }

    static ValueTest all(List<ValueTest> tests) {
        return value -> tests.stream().allMatch(test -> test.holds(value));
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : ScalarText.of(value);
    }
}
