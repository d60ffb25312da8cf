package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.FuzzyTerm;
import com.wecomesb.rule.term.TermHits;
import java.util.ArrayList;
import java.util.List;

/**
 * All terms that are looked for by likeness, beside the automaton of the literal ones: what it finds is added to the same
 * hits, so that the rules behind a term become candidates in the same way. The cost of a message depends on its length
 * and on what is like it, hardly on the number of terms. Immutable.
 */
public final class FuzzyIndex {

    /** In characters; WeCom's own limit for a text is 2,048 bytes. */
    static final int LOOKED_AT = 2_000;

    /** More comparisons than any message needs that was not made to cost much. */
    private static final int MOST_WORK = 20_000;

    private final boolean empty;
    private final SoundIndex sounds;
    private final WordIndex words;

    private FuzzyIndex(boolean empty, SoundIndex sounds, WordIndex words) {
        this.empty = empty;
        this.sounds = sounds;
        this.words = words;
    }

    public static FuzzyIndex of(List<FuzzyTerm> terms) {
        List<FuzzyTerm> ofCharacters = new ArrayList<>();
        List<FuzzyTerm> ofLetters = new ArrayList<>();
        for (FuzzyTerm term : terms) {
            if (term.text().codePoints().anyMatch(point -> Script.of(point) == Script.CHARACTER)) {
                ofCharacters.add(term);
            } else if (term.text().codePoints().anyMatch(Character::isLetter)) {
                ofLetters.add(term);
            }
        }
        return new FuzzyIndex(
                ofCharacters.isEmpty() && ofLetters.isEmpty(), new SoundIndex(ofCharacters), new WordIndex(ofLetters));
    }

    /**
     * The terms that something in the first 2,000 characters is like, though it need not be them.
     *
     * @param into where they are added, too
     */
    public FuzzyHits find(String normalizedText, TermHits into) {
        if (empty || normalizedText.isEmpty()) {
            return FuzzyHits.NONE;
        }
        FuzzyHits hits = new FuzzyHits(into);
        Work work = new Work(MOST_WORK);
        if (!sounds.isEmpty()) {
            sounds.find(Tokens.ofText(normalizedText, LOOKED_AT), hits, work);
        }
        if (!words.isEmpty()) {
            words.find(Words.of(normalizedText, LOOKED_AT), hits, work);
        }
        return hits;
    }
}
