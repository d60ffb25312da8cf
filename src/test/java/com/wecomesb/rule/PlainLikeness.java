package com.wecomesb.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code mode: fuzzy} means, by trying every place of a text: slow and plain. For a few characters only. */
final class PlainLikeness {

    static final Map<Character, List<String>> SOUNDS = Map.of(
            '退',
            List.of("tui"),
            '推',
            List.of("tui"),
            '腿',
            List.of("tui"),
            '货',
            List.of("huo"),
            '或',
            List.of("huo"),
            '火',
            List.of("huo"),
            '换',
            List.of("huan"),
            '还',
            List.of("hai", "huan"),
            '不',
            List.of("bu"));

    private static final int NEVER = 99;

    private final List<Token> tokens = new ArrayList<>();

    /** @param letter 0 for a syllable in Latin letters */
    private record Token(char letter, List<String> sounds, int gapBefore) {

        boolean soundsLike(char other) {
            return letter == other || sounds.stream().anyMatch(SOUNDS.getOrDefault(other, List.of())::contains);
        }

        boolean isFixed() {
            return letter == '不' || Character.isDigit(letter);
        }
    }

    private PlainLikeness(String text) {
        int gap = 3;
        int blanks = 0;
        boolean pinyin = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (" *。\n".indexOf(c) >= 0) {
                blanks++;
                gap = Math.max(gap, c == '\n' || blanks > 3 ? 3 : c == '。' ? 2 : 1);
                continue;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
                end++;
            }
            String run = text.substring(at, end);
            if (run.matches("(tui|huo|huan)+")) {
                int before = pinyin && blanks == 1 && gap == 1 ? 0 : gap;
                for (String syllable : run.split("(?=tui|huo|huan)")) {
                    tokens.add(new Token((char) 0, List.of(syllable), before));
                    before = 0;
                }
                pinyin = true;
            } else {
                for (char letter : (run.isEmpty() ? String.valueOf(c) : run).toCharArray()) {
                    tokens.add(new Token(letter, SOUNDS.getOrDefault(letter, List.of()), gap));
                    gap = 0;
                }
                pinyin = false;
            }
            at = Math.max(at, end - 1);
            gap = 0;
            blanks = 0;
        }
    }

    /** Whether the text has the term, which contains a Chinese character, or something like it. */
    static boolean isIn(String term, String text) {
        return text.contains(term) || (term.length() > 1 && new PlainLikeness(text).has(term));
    }

    private boolean has(String term) {
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 1; to <= tokens.size(); to++) {
                if (sounds(term, from, to) || isMistyped(term, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int gap(int token) {
        return token == tokens.size() ? 3 : tokens.get(token).gapBefore;
    }

    private boolean sounds(String term, int from, int to) {
        if (to - from != term.length()) {
            return false;
        }
        int same = 0;
        int gap = 0;
        boolean pinyin = false;
        for (int i = 0; i < term.length(); i++) {
            Token token = tokens.get(from + i);
            if (!token.soundsLike(term.charAt(i))) {
                return false;
            }
            same += token.letter == term.charAt(i) ? 1 : 0;
            pinyin |= token.letter == 0;
            gap = i == 0 ? 0 : Math.max(gap, token.gapBefore);
        }
        boolean before = gap(from) > 0;
        boolean behind = gap(to) > 0;
        if (gap > 0) {
            return same == term.length() && gap < 3 && (gap == 1 ? before || behind : before && behind);
        }
        return pinyin || term.length() > 2 || same > 0 || (before && behind);
    }

    private boolean isMistyped(String term, int from, int to) {
        for (int token = from + 1; token < to; token++) {
            if (gap(token) > 0) {
                return false;
            }
        }
        int allowed = term.length() < 3 ? 0 : term.length() < 6 ? 1 : 2;
        return allowed > 0 && isWithin(allowed, term, term.length(), from, to);
    }

    /** Whether the first {@code i} characters become the tokens by so few edits; the last of them is undone first. */
    private boolean isWithin(int edits, String term, int i, int from, int to) {
        if (edits < 0 || (i == 0 && from == to)) {
            return edits >= 0;
        }
        boolean kept = i > 0 && term.length() <= 5 && (i == 1 || i == term.length());
        int left = i == 0 || kept || term.charAt(i - 1) == '不' ? NEVER : 1;
        if (i > 0 && isWithin(edits - left, term, i - 1, from, to)) {
            return true;
        }
        if (to == from) {
            return false;
        }
        Token last = tokens.get(to - 1);
        boolean mayBeAdded = !last.isFixed() && i < term.length() && (i > 0 || term.length() > 5);
        if (mayBeAdded && isWithin(edits - 1, term, i, from, to - 1)) {
            return true;
        }
        boolean swapped = i > 1
                && to - from > 1
                && last.letter == term.charAt(i - 2)
                && tokens.get(to - 2).letter == term.charAt(i - 1);
        return (i > 0 && isWithin(edits - exchange(term.charAt(i - 1), last, left), term, i - 1, from, to - 1))
                || (swapped && isWithin(edits - 1, term, i - 2, from, to - 2));
    }

    private static int exchange(char written, Token token, int left) {
        if (token.letter == written) {
            return 0;
        }
        if (token.soundsLike(written)) {
            return 1;
        }
        return token.isFixed() ? NEVER : left;
    }
}
