package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.FuzzyTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms of Chinese characters by pairs of sounds that stand side by side or with one token between. A term is found by
 * the first of as many disjoint pairs as leave one untouched by any typos that it may have; only what shares such a pair
 * with the text is compared. Immutable.
 */
final class SoundIndex {

    private static final int REACH = 2;

    private final List<SoundTerm> terms = new ArrayList<>();
    private final Keys pairs;

    SoundIndex(List<FuzzyTerm> written) {
        Keys.Builder keys = new Keys.Builder();
        for (FuzzyTerm term : written) {
            SoundTerm sounds = SoundTerm.of(term);
            int number = terms.size();
            if (sounds.length() > 1) {
                terms.add(sounds);
                add(sounds, number, keys);
            }
        }
        pairs = keys.build();
    }

    private static void add(SoundTerm term, int number, Keys.Builder keys) {
        for (int pair = 0; pair <= term.edits(); pair++) {
            int second = term.length() == 3 ? pair + 1 : 2 * pair + 1;
            int first = term.length() == 3 ? 0 : 2 * pair;
            keys.add(key(term.sound(first), term.sound(second)), number * 8 + first);
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Adds the terms that are in the text and are not found yet. */
    void find(Tokens text, FuzzyHits hits, Work work) {
        for (int i = 0; i + 1 < text.count(); i++) {
            probe(text, i, i + 1, hits, work);
            boolean near = i + REACH < text.count() && text.gap(i + 1) == 0 && text.gap(i + REACH) == 0;
            if (near) {
                probe(text, i, i + REACH, hits, work);
            }
        }
    }

    private void probe(Tokens text, int first, int second, FuzzyHits hits, Work work) {
        for (int one : text.sounds(first)) {
            for (int other : text.sounds(second)) {
                int slot = pairs.slot(key(one, other));
                for (int at = pairs.start(slot); at < pairs.end(slot); at++) {
                    int entry = pairs.entry(at);
                    SoundTerm term = terms.get(entry / 8);
                    if (!hits.contains(term.id()) && work.goesOn()) {
                        compare(term, text, first, first - entry % 8, hits, work);
                    }
                }
            }
        }
    }

    private static void compare(SoundTerm term, Tokens text, int at, int from, FuzzyHits hits, Work work) {
        Likeness sounding = term.soundsAt(text, from);
        if (sounding != null) {
            hits.add(term.id(), sounding);
        } else if (term.edits() > 0) {
            int start = backwards(text, at, Math.max(0, from - term.edits()));
            int end = forwards(text, at, Math.min(text.count(), from + term.length() + term.edits() + 1));
            if (term.standsWithTypos(text, start, end, work)) {
                hits.add(term.id(), Likeness.TYPO);
            }
        }
    }

    /** The place nearest to {@code least} that no gap separates. */
    private static int backwards(Tokens text, int from, int least) {
        int at = from;
        while (at > least && text.gap(at) == 0) {
            at--;
        }
        return at;
    }

    private static int forwards(Tokens text, int from, int most) {
        int at = from + 1;
        while (at < most && text.gap(at) == 0) {
            at++;
        }
        return at;
    }

    private static long key(int one, int other) {
        return ((long) one << Integer.SIZE) | other;
    }
}
