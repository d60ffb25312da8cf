package com.wecomesb.configuration;

import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.understanding.IntentModel;
import com.wecomesb.understanding.Language;
import java.util.Set;

/** What the files teach about the customers' language. */
final class CompiledLanguage implements CompiledPart {

    static final String NAME = "language";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> reliesOn() {
        return Set.of("replies", "intents");
    }

    @Override
    public Language compile(Snapshot formats) {
        return Language.of(
                formats.part(IntentModel.class),
                formats.part(ReplyLibrary.class).questions(),
                Normalizer::normalize,
                Normalizer::normalizeKeepingCase);
    }
}
