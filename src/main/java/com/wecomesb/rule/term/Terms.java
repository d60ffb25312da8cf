package com.wecomesb.rule.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the literal terms of a set of rules while its files are read: a term that many rules share is one term. Not
 * thread-safe.
 */
public final class Terms {

    /** No normalised text has these characters. */
    private static final String TYPOS = "\uffff";

    private static final String SOUNDS = "\ufffe";

    private final List<FuzzyTerm> fuzzy = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> uses = new ArrayList<>();

    /** The term's number, a new one for a text that was not asked for before; 0 is the first. */
    public int id(String normalized) {
        Integer known = ids.putIfAbsent(normalized, texts.size());
        if (known == null) {
            texts.add(normalized);
            uses.add(1);
            return texts.size() - 1;
        }
        uses.set(known, uses.get(known) + 1);
        return known;
    }

    /**
     * The number of a term that is found by likeness only: it is none of the texts, and never the literal term.
     *
     * @param typos whether typos count, and not only separators and homophones
     */
    public int fuzzy(String normalized, boolean typos) {
        int before = texts.size();
        int id = id((typos ? TYPOS : SOUNDS) + normalized);
        if (id == before) {
            fuzzy.add(new FuzzyTerm(id, normalized, typos));
        }
        return id;
    }

    /** All terms that are found by likeness. */
    public List<FuzzyTerm> fuzzy() {
        return List.copyOf(fuzzy);
    }

    /** How often a term was asked for, which tells how many rules it would make candidates. */
    public int uses(int id) {
        return uses.get(id);
    }

    /** The term's text, also of one that is found by likeness. */
    public String text(int id) {
        String text = texts.get(id);
        return text.startsWith(TYPOS) || text.startsWith(SOUNDS) ? text.substring(1) : text;
    }

    /** Whether a term is found as it is spelled, and not by likeness. */
    public boolean isLiteral(int id) {
        String text = texts.get(id);
        return !text.startsWith(TYPOS) && !text.startsWith(SOUNDS);
    }

    /** All terms by their numbers. */
    public List<String> texts() {
        return List.copyOf(texts);
    }
}
