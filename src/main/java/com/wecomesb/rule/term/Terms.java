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

    /** How often a term was asked for, which tells how many rules it would make candidates. */
    public int uses(int id) {
        return uses.get(id);
    }

    public String text(int id) {
        return texts.get(id);
    }

    /** All terms by their numbers. */
    public List<String> texts() {
        return List.copyOf(texts);
    }
}
