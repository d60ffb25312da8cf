package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.FuzzyTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms of letters by what is left of their beginning without up to two letters (SymSpell): a word of the text is
 * compared with the terms that leave the same. A term is a word of the text, or some in a row with nothing but a blank
 * or a mark between each two. Immutable.
 */
final class WordIndex {

    /** How many letters at the beginning are looked at. */
    private static final int BEGINNING = 7;

    private static final int MOST_WORDS = 4;

    private final List<WordTerm> terms = new ArrayList<>();
    private final Keys left;
    private final int mostWords;
    private int mostEdits;

    WordIndex(List<FuzzyTerm> written) {
        Keys.Builder keys = new Keys.Builder();
        int words = 2;
        for (FuzzyTerm term : written) {
            WordTerm letters = WordTerm.of(term);
            int number = terms.size();
            terms.add(letters);
            mostEdits = Math.max(mostEdits, letters.edits());
            words = Math.max(words, Math.min(MOST_WORDS, letters.words()));
            forEachLeft(letters.letters(), letters.edits(), key -> keys.add(key, number));
        }
        left = keys.build();
        mostWords = words;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Adds the terms that are in the text and are not found yet. */
    void find(Words text, FuzzyHits hits, Work work) {
        for (int from = 0; from < text.count(); from++) {
            for (int words = 1; words <= mostWords && text.areTogether(from, words); words++) {
                if (text.length(from, words) <= WordTerm.LONGEST + Edits.MOST) {
                    String letters = text.joined(from, words);
                    int count = words;
                    forEachLeft(letters, mostEdits, key -> compare(key, letters, count, hits, work));
                }
            }
        }
    }

    private void compare(long key, String letters, int words, FuzzyHits hits, Work work) {
        int slot = left.slot(key);
        for (int at = left.start(slot); at < left.end(slot); at++) {
            WordTerm term = terms.get(left.entry(at));
            if (!hits.contains(term.id()) && work.goesOn()) {
                if (letters.equals(term.letters())) {
                    hits.add(term.id(), Likeness.SEPARATED);
                } else if (term.words() == words && term.isLike(letters)) {
                    hits.add(term.id(), Likeness.TYPO);
                }
            }
        }
    }

    /** Takes what is left of the beginning without up to so many of its letters. */
    @FunctionalInterface
    private interface Rest {

        void take(long key);
    }

    private static void forEachLeft(String letters, int edits, Rest rest) {
        int length = Math.min(BEGINNING, letters.length());
        for (int without = 0; without < 1 << length; without++) {
            if (Integer.bitCount(without) <= edits) {
                rest.take(key(letters, length, without));
            }
        }
    }

    private static long key(String letters, int length, int without) {
        long key = 1;
        for (int i = 0; i < length; i++) {
            if ((without & 1 << i) == 0) {
                key = key * 0x100000001B3L + letters.charAt(i);
            }
        }
        return key;
    }
}
