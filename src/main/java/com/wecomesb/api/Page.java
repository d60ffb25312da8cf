package com.wecomesb.api;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, the newest first.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the part after this one; null when this is the last
 */
record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Of rows that were asked for with one more than are shown.
     *
     * @param number the number by which the list is ordered
     */
    static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> number) {
        List<T> shown = found.subList(0, Math.min(found.size(), limit));
        String next =
                found.size() > shown.size() ? Long.toString(number.applyAsLong(shown.get(shown.size() - 1))) : null;
        return new Page<>(List.copyOf(shown), next);
    }
}
