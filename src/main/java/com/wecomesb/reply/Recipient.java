package com.wecomesb.reply;

import org.jspecify.annotations.Nullable;

/**
 * Whom an answer is for, as far as the choice of its wording depends on it.
 *
 * @param contact ours; whoever has this id always gets the same variant
 * @param style such as {@code 活泼}, where the contact prefers one
 * @param language such as {@code en} or {@code zh-TW}, where it is known
 */
public record Recipient(
        Channel channel,
        String contact,
        @Nullable String style,
        @Nullable String language) {

    /** Somebody of whom nothing is known. */
    public static Recipient unknown(Channel channel) {
        return new Recipient(channel, "", null, null);
    }
}
