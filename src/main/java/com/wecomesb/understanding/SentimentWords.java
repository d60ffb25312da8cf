package com.wecomesb.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The words that tell how something is said.
 *
 * @param words with what they do; a word may do several things
 * @param longest characters of a word
 */
record SentimentWords(Map<String, List<Effect>> words, int longest) {

    /** What a word does to the sentiment of a text. */
    enum Kind {
        FEELING,
        DEGREE,
        NEGATION,
        TURN
    }

    /**
     * What a word does and how much.
     *
     * @param value of a feeling -1 to 1, else a factor
     */
    record Effect(Kind kind, double value) {}

    /** A word in a text, with the place after it. */
    record Found(List<Effect> effects, int end) {}

    /** The words that come with the product. */
    static SentimentWords shipped() {
        try (InputStream file = SentimentWords.class.getResourceAsStream("sentiment.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return of(text.lines().toList());
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    private static SentimentWords of(List<String> lines) {
        Map<String, List<Effect>> words = new HashMap<>();
        int longest = 0;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" +", 0);
            Effect effect = new Effect(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Double.parseDouble(parts[1]));
            for (int i = 2; i < parts.length; i++) {
                words.computeIfAbsent(parts[i], word -> new ArrayList<>()).add(effect);
                longest = Math.max(longest, parts[i].length());
            }
        }
        return new SentimentWords(Map.copyOf(words), longest);
    }

    /** The longest word that begins here; without effects and one character long where none does. */
    Found at(String text, int begin) {
        for (int end = Math.min(text.length(), begin + longest); end > begin; end--) {
            List<Effect> effects = words.get(text.substring(begin, end));
            if (effects != null && !continues(text, begin) && !continues(text, end)) {
                return new Found(effects, end);
            }
        }
        return new Found(List.of(), begin + 1);
    }

    /** Whether a Latin word or a number goes on here: there is no 12315 in 202612315001, and no sb in usb. */
    private static boolean continues(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
