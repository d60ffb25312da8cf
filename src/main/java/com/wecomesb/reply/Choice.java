package com.wecomesb.reply;

import org.jspecify.annotations.Nullable;

/**
 * Which wording of an entry was chosen; stored with the action so that reports can count. What the entry does not offer
 * is null.
 *
 * @param reply the entry's id
 * @param language as the file names it
 * @param style as the file names it
 * @param variant its name, or its number from 1
 */
public record Choice(
        String reply,
        @Nullable String language,
        @Nullable String style,
        @Nullable String variant) {}
