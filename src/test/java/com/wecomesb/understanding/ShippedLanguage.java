package com.wecomesb.understanding;

import com.wecomesb.reply.ShippedReplies;
import com.wecomesb.rule.Normalizer;

/** What the shipped files teach; compiled once for all tests. */
public final class ShippedLanguage {

    private static final Language LANGUAGE = Language.of(ShippedReplies.read().questions(), Normalizer::normalize);

    private ShippedLanguage() {}

    public static Language read() {
        return LANGUAGE;
    }
}
