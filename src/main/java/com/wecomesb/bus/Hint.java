package com.wecomesb.bus;

import java.time.Instant;

/**
 * There is something to fetch; no event, because it says nothing of what.
 *
 * @param key what to fetch from, such as {@code kf:} and an account: hints of one key are followed in their order
 * @param json what the fetching needs to know
 * @param at when it was given
 */
public record Hint(String key, String json, Instant at) {

    /** Without the JSON, which may hold a token. */
    @Override
    public String toString() {
        return "Hint[key=" + key + ", at=" + at + "]";
    }
}
