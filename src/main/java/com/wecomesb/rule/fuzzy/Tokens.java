package com.wecomesb.rule.fuzzy;

import java.util.Arrays;

/**
 * A text as it is matched by likeness: its characters without what is between them. Latin letters that are pinyin are
 * one token for each syllable, when asked for.
 */
final class Tokens {

    /** A gap that no term reaches over. */
    static final byte WIDE = 3;

    static final byte STOP = 2;
    private static final byte BLANK = 1;
    private static final int MAX_BLANKS = 3;

    private int count;
    /** A token's character; for a syllable in Latin letters, -1 - its number. */
    private int[] points;
    /** What is before each token, and after the last: nothing (0), blanks, the end of a sentence, or more. */
    private byte[] gaps;

    private Tokens(int atMost) {
        points = new int[atMost];
        gaps = new byte[atMost + 1];
    }

    /** The tokens of a term: its characters. */
    static Tokens ofTerm(String normalized) {
        return new Tokens(normalized.length()).read(normalized, normalized.length(), false);
    }

    /** The tokens of the text up to a length in characters. */
    static Tokens ofText(String normalized, int atMost) {
        int length = Math.min(normalized.length(), atMost);
        return new Tokens(length).read(normalized, length, true);
    }

    private Tokens read(String text, int length, boolean pinyin) {
        gaps[0] = WIDE;
        int blanks = 0;
        int at = 0;
        boolean afterPinyin = false;
        while (at < length) {
            int point = text.codePointAt(at);
            Script script = Script.of(point);
            int next = at + Character.charCount(point);
            if (script == Script.CHARACTER || script == Script.LETTER) {
                int end = pinyin && isLatin(point) ? endOfLetters(text, at, length) : at;
                int[] syllables = end > at ? PinyinLetters.parse(text, at, end) : new int[0];
                if (syllables.length == 0) {
                    int after = Math.max(next, end);
                    addAll(text, at, Math.min(after, length));
                    next = after;
                } else {
                    boolean goesOn = afterPinyin && blanks == 1 && gaps[count] == BLANK;
                    gaps[count] = goesOn ? 0 : gaps[count];
                    for (int syllable : syllables) {
                        add(-1 - syllable);
                    }
                    next = end;
                }
                afterPinyin = syllables.length > 0;
                blanks = 0;
            } else {
                blanks++;
                gap(script, blanks);
            }
            at = next;
        }
        gaps[count] = WIDE;
        points = Arrays.copyOf(points, count);
        return this;
    }

    private void gap(Script script, int blanks) {
        byte gap = switch (script) {
            case STOP -> STOP;
            case LINE -> WIDE;
            default -> BLANK;
        };
        byte wide = blanks > MAX_BLANKS ? WIDE : gap;
        gaps[count] = (byte) Math.max(gaps[count], wide);
    }

    private void addAll(String text, int from, int to) {
        for (int at = from; at < to; at = text.offsetByCodePoints(at, 1)) {
            add(text.codePointAt(at));
        }
    }

    private void add(int point) {
        points[count++] = point;
        gaps[count] = 0;
    }

    private static boolean isLatin(int point) {
        return point >= 'a' && point <= 'z';
    }

    private static int endOfLetters(String text, int from, int length) {
        int end = from;
        while (end < length && isLatin(text.charAt(end))) {
            end++;
        }
        return end;
    }

    int count() {
        return count;
    }

    int[] points() {
        return points;
    }

    int point(int token) {
        return points[token];
    }

    /** What is before a token, or after the last one. */
    byte gap(int token) {
        return gaps[token];
    }

    boolean isSyllable(int token) {
        return points[token] < 0;
    }

    /** All sounds of a token; not to be changed. */
    int[] sounds(int token) {
        int point = points[token];
        return point < 0 ? Syllables.only(-1 - point) : Syllables.of(point);
    }

    boolean sounds(int token, int sound) {
        int point = points[token];
        return point < 0 ? -1 - point == sound : Syllables.has(point, sound);
    }
}
