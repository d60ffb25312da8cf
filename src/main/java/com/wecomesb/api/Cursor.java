package com.wecomesb.api;

import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: after the row of this number, towards older ones.
 *
 * @param before only rows with a lower number
 * @param limit how many at most
 */
record Cursor(long before, int limit) {

    private static final int MAX_LIMIT = 200;

    /** Reads what the caller sent. */
    static Cursor of(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new BadRequest("limit must be 1 to " + MAX_LIMIT);
        }
        if (cursor == null || cursor.isEmpty()) {
            return new Cursor(Long.MAX_VALUE, limit);
        }
        try {
            return new Cursor(Long.parseLong(cursor), limit);
        } catch (NumberFormatException notOurs) {
            throw new BadRequest("cursor must be the next of an earlier answer");
        }
    }
}
