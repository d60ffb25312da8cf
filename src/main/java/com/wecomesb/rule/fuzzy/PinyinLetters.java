package com.wecomesb.rule.fuzzy;

import java.util.Arrays;

/** Cuts runs of Latin letters into Mandarin's syllables: {@code tuihuo} is tui, huo. */
final class PinyinLetters {

    /** A longer run of letters is not read as syllables. */
    private static final int MAX_LETTERS = 40;

    private static final int LETTERS = 26;
    private static final int STATES = 2048;
    private static final short[] NEXT = new short[STATES * LETTERS];
    /** For each state the number of the syllable that ends there + 1, or 0. */
    private static final short[] ENDS = new short[STATES];

    private static final int[] NONE = {};

    static {
        int states = 1;
        for (var syllable : Syllables.written().entrySet()) {
            int state = 0;
            for (int i = 0; i < syllable.getKey().length(); i++) {
                int edge = state * LETTERS + syllable.getKey().charAt(i) - 'a';
                if (NEXT[edge] == 0) {
                    NEXT[edge] = (short) states++;
                }
                state = NEXT[edge];
            }
            ENDS[state] = (short) (syllable.getValue() + 1);
        }
    }

    private PinyinLetters() {}

    /** The fewest syllables that the letters a–z from one place to another can be cut into; none when they cannot. */
    static int[] parse(String text, int from, int to) {
        int length = to - from;
        if (length < 2 || length > MAX_LETTERS) {
            return NONE;
        }
        byte[] fewest = new byte[length + 1];
        short[] last = new short[length + 1];
        byte[] start = new byte[length + 1];
        Arrays.fill(fewest, 1, length + 1, Byte.MAX_VALUE);
        for (int at = 0; at < length; at++) {
            int state = 0;
            for (int end = at; fewest[at] < Byte.MAX_VALUE && end < length; end++) {
                state = NEXT[state * LETTERS + text.charAt(from + end) - 'a'];
                if (state == 0) {
                    break;
                }
                if (ENDS[state] > 0 && fewest[at] + 1 < fewest[end + 1]) {
                    fewest[end + 1] = (byte) (fewest[at] + 1);
                    last[end + 1] = (short) (ENDS[state] - 1);
                    start[end + 1] = (byte) at;
                }
            }
        }
        return fewest[length] == Byte.MAX_VALUE ? NONE : cut(fewest[length], last, start);
    }

    private static int[] cut(int count, short[] last, byte[] start) {
        int[] syllables = new int[count];
        int end = last.length - 1;
        for (int i = count - 1; i >= 0; i--) {
            syllables[i] = last[end];
            end = start[end];
        }
        return syllables;
    }
}
