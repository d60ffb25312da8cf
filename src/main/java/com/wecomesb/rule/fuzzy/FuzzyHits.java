package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.TermHits;
import java.util.Arrays;

/** The terms that something in one text is like, and how. Not thread-safe. */
public final class FuzzyHits {

    /** Nothing was found, as nothing was looked for. */
    public static final FuzzyHits NONE = new FuzzyHits(new TermHits());

    private final TermHits into;
    private int[] terms = new int[4];
    private Likeness[] how = new Likeness[4];
    private int count;

    FuzzyHits(TermHits into) {
        this.into = into;
    }

    boolean contains(int term) {
        return into.contains(term);
    }

    void add(int term, Likeness likeness) {
        if (into.contains(term)) {
            return;
        }
        into.add(term);
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, count * 2);
            how = Arrays.copyOf(how, count * 2);
        }
        terms[count] = term;
        how[count++] = likeness;
    }

    /**
     * How the term was recognised.
     *
     * @throws IllegalArgumentException if it was not found by likeness
     */
    public Likeness of(int term) {
        for (int i = 0; i < count; i++) {
            if (terms[i] == term) {
                return how[i];
            }
        }
        throw new IllegalArgumentException("Term " + term + " was not found by likeness");
    }
}
