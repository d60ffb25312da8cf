package com.wecomesb.bus;

import java.time.Instant;

/**
 * Says that there is something to fetch, not what: a nudge of 微信客服, a webhook, the tick of a poller.
 *
 * @param key what is to be fetched from: hints of one key are worked off in their order
 * @param json what the fetcher needs to know; becomes the record's value
 * @param at when the sender said so; becomes the record's timestamp
 */
public record Hint(String key, String json, Instant at) {

    /** Without the content, which may hold a sender's token. */
    @Override
    public String toString() {
        return "Hint[at=" + at + "]";
    }
}
