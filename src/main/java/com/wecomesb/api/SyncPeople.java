package com.wecomesb.api;

import org.jspecify.annotations.Nullable;

/** Who decides, as the caller says. */
final class SyncPeople {

    private static final int LONGEST = 128;

    private SyncPeople() {}

    /** The name; whoever has the key when none is given. */
    static String name(@Nullable String by) {
        if (by == null || by.isBlank()) {
            return "api";
        }
        if (by.length() > LONGEST) {
            throw new BadRequest("by has at most " + LONGEST + " characters");
        }
        return by.strip();
    }
}
