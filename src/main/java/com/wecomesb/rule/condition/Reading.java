package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import org.jspecify.annotations.Nullable;

/** One event while its candidate rules are verified: which terms occur was found out once, by the index. */
public abstract class Reading {

    private final Facts facts;
    private @Nullable String textWithCase;

    protected Reading(Facts facts) {
        this.facts = facts;
    }

    Facts facts() {
        return facts;
    }

    /** Whether this normalised term occurs in the normalised text. */
    public abstract boolean contains(String term);

    String textWithCase() {
        String text = textWithCase;
        if (text == null) {
            text = Normalizer.normalizeKeepingCase(facts.text());
            textWithCase = text;
        }
        return text;
    }
}
