package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.FuzzyTerm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A term of Chinese characters, perhaps with letters among them, and whether it stands in a text. Immutable.
 *
 * <p>By its sound: every character is the same or a homophone of it. A term of two characters needs one of them as it
 * is, or to stand alone, since 加个 is no 价格. Pulled apart: the same characters with a few blanks or marks between them,
 * when a blank, a mark or the text's end stands before or behind as well; over the end of a sentence both. With typos:
 * Damerau's distance, a homophone counting as one, where the first and the last character of a short term are kept
 * (找客服 is not 客服) and no edit touches a digit or a negation.
 */
final class SoundTerm {

    private static final int SHORT = 5;
    private static final String NEGATIONS = "不没别未无非";
    private static final int NEVER = 99;

    private final int id;
    private final int[] points;
    private final int[] sounds;
    private final int edits;

    private SoundTerm(int id, int[] points, int[] sounds, int edits) {
        this.id = id;
        this.points = points;
        this.sounds = sounds;
        this.edits = edits;
    }

    static SoundTerm of(FuzzyTerm term) {
        int[] points = Tokens.ofTerm(term.text()).points();
        return new SoundTerm(
                term.id(),
                points,
                Syllables.inContext(term.text(), points),
                term.typos() ? Edits.allowed(points.length) : 0);
    }

    int id() {
        return id;
    }

    int length() {
        return points.length;
    }

    int sound(int place) {
        return sounds[place];
    }

    int edits() {
        return edits;
    }

    /** Whether the term stands there by its sound or pulled apart; null when not. */
    @Nullable
    Likeness soundsAt(Tokens text, int from) {
        int end = from + points.length;
        if (from < 0 || end > text.count()) {
            return null;
        }
        int same = 0;
        int pinyin = 0;
        byte gap = 0;
        for (int i = 0; i < points.length; i++) {
            int token = from + i;
            if (text.point(token) == points[i]) {
                same++;
            } else if (!text.sounds(token, sounds[i])) {
                return null;
            } else if (text.isSyllable(token)) {
                pinyin++;
            }
            gap = i == 0 ? 0 : (byte) Math.max(gap, text.gap(token));
        }
        return likeness(same, pinyin, gap, text.gap(from), text.gap(end));
    }

    private @Nullable Likeness likeness(int same, int pinyin, byte gap, byte before, byte behind) {
        boolean alone = before > 0 && behind > 0;
        if (gap > 0) {
            boolean apart = gap < Tokens.STOP ? before > 0 || behind > 0 : alone;
            return same == points.length && gap < Tokens.WIDE && apart ? Likeness.SEPARATED : null;
        }
        if (pinyin > 0) {
            return Likeness.PINYIN;
        }
        return points.length > 2 || same > 0 || alone ? Likeness.SOUND : null;
    }

    /** Whether the term stands with few enough typos somewhere between two tokens with no gap between them. */
    boolean standsWithTypos(Tokens text, int from, int to, Work work) {
        if (lacksTooMany(text, from, to)) {
            return false;
        }
        int width = to - from;
        int[] twoBefore = work.row(0, width);
        int[] before = work.row(1, width);
        int[] row = work.row(2, width);
        Arrays.fill(before, 0, width + 1, 0);
        for (int i = 1; i <= points.length; i++) {
            boolean end = points.length <= SHORT && (i == 1 || i == points.length);
            int left = end || isFixed(points[i - 1]) ? NEVER : 1;
            row[0] = before[0] + left;
            int least = row[0];
            for (int j = 1; j <= width; j++) {
                int token = from + j - 1;
                int added = i == points.length || isFixed(text.point(token)) ? NEVER : 1;
                int cost = before[j - 1] + exchange(i - 1, text, token, left);
                cost = Math.min(cost, Math.min(before[j] + left, row[j - 1] + added));
                if (i > 1 && j > 1 && isSwap(i - 1, text, token)) {
                    cost = Math.min(cost, twoBefore[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (i == points.length) {
                return least <= edits;
            }
            int[] free = twoBefore;
            twoBefore = before;
            before = row;
            row = free;
        }
        return false;
    }

    /** Each character that is not there costs an edit: most of what is compared is told apart by this. */
    private boolean lacksTooMany(Tokens text, int from, int to) {
        int lacking = 0;
        for (int point : points) {
            int token = from;
            while (token < to && text.point(token) != point) {
                token++;
            }
            if (token == to && ++lacking > edits) {
                return true;
            }
        }
        return false;
    }

    private int exchange(int place, Tokens text, int token, int left) {
        if (text.point(token) == points[place]) {
            return 0;
        }
        if (text.sounds(token, sounds[place])) {
            return 1;
        }
        return isFixed(text.point(token)) ? NEVER : left;
    }

    private boolean isSwap(int place, Tokens text, int token) {
        return text.point(token) == points[place - 1] && text.point(token - 1) == points[place];
    }

    private static boolean isFixed(int point) {
        return Character.isDigit(point) || (point > 0 && NEGATIONS.indexOf(point) >= 0);
    }
}
