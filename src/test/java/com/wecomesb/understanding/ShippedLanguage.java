package com.wecomesb.understanding;

import com.wecomesb.reply.ShippedReplies;
import com.wecomesb.rule.Normalizer;
import java.util.List;
import java.util.Map;

/** What the shipped files teach; compiled once for all tests. */
public final class ShippedLanguage {

    private static final Language LANGUAGE =
            of(ShippedIntents.model(), ShippedReplies.read().questions());

    private ShippedLanguage() {}

    public static Language read() {
        return LANGUAGE;
    }

    static Language of(IntentModel intents, Map<String, List<String>> questions) {
        return Language.of(intents, questions, Normalizer::normalize, Normalizer::normalizeKeepingCase);
    }
}
