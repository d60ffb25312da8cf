package com.wecomesb.understanding.external;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that a model of the BERT family was trained with, as its {@code vocab.txt} has them: each
 * Chinese character alone, other words by their longest known beginnings. For uncased vocabularies. Immutable.
 */
final class WordPieces {

    private static final String CONTINUED = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final long begin;
    private final long end;
    private final long unknown;

    /**
     * @param lines of the vocabulary, the piece with the number n on the line n, from 0
     * @throws IllegalArgumentException when it lacks {@code [CLS]}, {@code [SEP]} or {@code [UNK]}
     */
    WordPieces(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            vocabulary.putIfAbsent(lines.get(i).strip(), i);
        }
        begin = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    private long special(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return id;
    }

    /** The numbers of the pieces of a text between the marks of its beginning and its end, at most so many in all. */
    long[] of(String text, int most) {
        List<Long> ids = new ArrayList<>();
        ids.add(begin);
        for (String word : words(text, most)) {
            pieces(word, ids);
        }
        List<Long> kept = ids.subList(0, Math.min(ids.size(), most - 1));
        long[] all = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            all[i] = kept.get(i);
        }
        all[kept.size()] = end;
        return all;
    }

    /** The first words, lower case, without accents. */
    private static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] points = java.text.Normalizer.normalize(
                        beginning(text, most * LONGEST_WORD).toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .codePoints()
                .toArray();
        for (int point : points) {
            int type = Character.getType(point);
            if (type == Character.NON_SPACING_MARK
                    || (Character.isISOControl(point) && !Character.isWhitespace(point))) {
                continue;
            }
            boolean alone = Character.isIdeographic(point) || isPunctuation(point, type);
            if (alone || Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                finish(word, words);
            }
            if (alone) {
                words.add(Character.toString(point));
            } else if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
                word.appendCodePoint(point);
            }
            if (words.size() >= most) {
                return words;
            }
        }
        finish(word, words);
        return words;
    }

    private static String beginning(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static boolean isPunctuation(int point, int type) {
        boolean ascii = point < 128 && point > ' ' && !Character.isLetterOrDigit(point);
        return ascii
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void pieces(String word, List<Long> ids) {
        List<Long> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer id = null;
            while (id == null && to > from) {
                id = vocabulary.get((from == 0 ? "" : CONTINUED) + word.substring(from, to));
                to = id == null ? to - 1 : to;
            }
            if (id == null) {
                break;
            }
            pieces.add((long) id);
            from = to;
        }
        if (from == word.length()) {
            ids.addAll(pieces);
        } else {
            ids.add(unknown);
        }
    }
}
