package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.fuzzy.FuzzyHits;
import com.wecomesb.rule.fuzzy.Likeness;
import com.wecomesb.rule.term.TermHits;
import org.jspecify.annotations.Nullable;

/** One event while its candidate rules are verified: which terms occur was found out once, by the index. */
public final class Reading {

    private final Facts facts;
    private final TermHits hits;
    private final FuzzyHits likenesses;
    private @Nullable String textWithCase;
    private @Nullable String latinWithCase;

    /**
     * @param hits the terms that occur, those that are only like something among them
     * @param likenesses of the latter, in which way
     */
    public Reading(Facts facts, TermHits hits, FuzzyHits likenesses) {
        this.facts = facts;
        this.hits = hits;
        this.likenesses = likenesses;
    }

    Facts facts() {
        return facts;
    }

    /** Whether the term or something that counts as it occurs. */
    boolean contains(Term term) {
        return hits.contains(term.id()) || containsOther(term);
    }

    private boolean containsOther(Term term) {
        for (int i = 0; i < term.others().size(); i++) {
            if (hits.contains(term.others().get(i).id())) {
                return true;
            }
        }
        return false;
    }

    boolean contains(int id) {
        return hits.contains(id);
    }

    /** How a term that is only like something was recognised. */
    Likeness likeness(int id) {
        return likenesses.of(id);
    }

    /** Whether the whole text is the term, or one that counts as it. */
    boolean isWhole(Term term) {
        int whole = hits.whole();
        return whole == term.id() || (whole >= 0 && term.ids().contains(whole));
    }

    /** As the text with its case, look-alikes as Latin letters in the same places. */
    String latinWithCase() {
        String latin = latinWithCase;
        if (latin == null) {
            latin = Normalizer.latin(textWithCase());
            latinWithCase = latin;
        }
        return latin;
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
