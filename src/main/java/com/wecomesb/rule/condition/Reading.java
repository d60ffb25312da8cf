package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.term.TermHits;
import org.jspecify.annotations.Nullable;

/** One event while its candidate rules are verified: which terms occur was found out once, by the index. */
public final class Reading {

    private final Facts facts;
    private final TermHits hits;
    private @Nullable String textWithCase;

    public Reading(Facts facts, TermHits hits) {
        this.facts = facts;
        this.hits = hits;
    }

    Facts facts() {
        return facts;
    }

    boolean contains(Term term) {
        return hits.contains(term.id());
    }

    boolean isWhole(Term term) {
        return hits.whole() == term.id();
    }

    String textWithCase() {
        String text = textWithCase;
        if (text == null) {
            boolean isNormal = facts.text().equals(facts.normalizedText());
            text = isNormal ? facts.text() : Normalizer.normalizeKeepingCase(facts.text());
            textWithCase = text;
        }
        return text;
    }
}
