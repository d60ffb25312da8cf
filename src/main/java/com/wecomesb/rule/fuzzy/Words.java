package com.wecomesb.rule.fuzzy;

import java.util.Arrays;

/** The runs of letters and digits in a text, where they are. */
final class Words {

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    private Words(String text) {
        this.text = text;
    }

    /** The words of the text up to a length in characters. */
    static Words of(String normalized, int atMost) {
        Words words = new Words(normalized);
        int length = Math.min(normalized.length(), atMost);
        int start = -1;
        for (int at = 0; at < length; at += Character.charCount(normalized.codePointAt(at))) {
            boolean letter = Script.of(normalized.codePointAt(at)) == Script.LETTER;
            if (letter && start < 0) {
                start = at;
            } else if (!letter && start >= 0) {
                words.add(start, at);
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(start, length);
        }
        return words;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    int count() {
        return count;
    }

    /** Whether there are so many words with nothing but a blank or a mark within a sentence between each two. */
    boolean areTogether(int from, int words) {
        int last = from + words - 1;
        if (last >= count) {
            return false;
        }
        for (int i = from; i < last; i++) {
            boolean together = starts[i + 1] - ends[i] == 1 && Script.of(text.charAt(ends[i])) == Script.BLANK;
            if (!together) {
                return false;
            }
        }
        return true;
    }

    int length(int from, int words) {
        return ends[from + words - 1] - starts[from] - words + 1;
    }

    /** The letters of some words in a row. */
    String joined(int from, int words) {
        if (words == 1) {
            return text.substring(starts[from], ends[from]);
        }
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < from + words; i++) {
            joined.append(text, starts[i], ends[i]);
        }
        return joined.toString();
    }
}
