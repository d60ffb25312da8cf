package com.wecomesb.understanding.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a customer may say in many words and means one thing by: 包裹, 物流 and 驿站 are all the concept 快递.
 *
 * @param concepts by each of their words
 * @param longest characters of a word
 */
record Vocabulary(Map<String, List<String>> concepts, int longest) {

    /** The vocabulary of the trade that comes with the product. */
    static final Vocabulary SHIPPED = shipped();

    private static Vocabulary shipped() {
        try (InputStream file = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return of(text.lines().toList());
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    /** Reads lines such as {@code 快递: 包裹 物流 驿站}; a {@code #} begins a remark. */
    static Vocabulary of(List<String> lines) {
        Map<String, List<String>> concepts = new HashMap<>();
        int longest = 0;
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.startsWith("#") || colon < 0) {
                continue;
            }
            String concept = line.substring(0, colon).strip();
            for (String word : line.substring(colon + 1).strip().split(" +", 0)) {
                concepts.merge(word, List.of(concept), Vocabulary::both);
                longest = Math.max(longest, word.length());
            }
        }
        return new Vocabulary(Map.copyOf(concepts), longest);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** The concepts that a text speaks of. */
    Set<String> of(String text) {
        Set<String> found = new TreeSet<>();
        for (int begin = 0; begin < text.length(); begin++) {
            int last = Math.min(text.length(), begin + longest);
            for (int end = begin + 1; end <= last; end++) {
                found.addAll(concepts.getOrDefault(text.substring(begin, end), List.of()));
            }
        }
        return found;
    }

    /** This vocabulary without the words that none of the texts has. */
    Vocabulary seenIn(List<String> texts) {
        String all = String.join("\n", texts);
        Map<String, List<String>> seen = new HashMap<>(concepts);
        seen.keySet().removeIf(word -> !all.contains(word));
        return new Vocabulary(Map.copyOf(seen), longest);
    }
}
