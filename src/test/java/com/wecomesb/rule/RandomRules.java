package com.wecomesb.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Rules made by chance, as a file and as what they mean when each is tried in turn. */
final class RandomRules {

    private static final String[] CHARACTERS = {
        "退", "貨", "货", "款", "订", "單", "单", "a", "Ａ", "b", "1", "１", "😀", "\u200b", "!", "。", " "
    };
    private static final String[] QUANTIFIERS = {"", "", "", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "+?"};

    private final Random random;
    private final List<Predicate<String>> meanings = new ArrayList<>();

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** A rule file in which the rules are called {@code r0}, {@code r1}, …, of random priorities. */
    String file() {
        StringBuilder file = new StringBuilder("rules:\n");
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            Part when = conditions(2);
            Part unless = random.nextInt(4) == 0 ? conditions(1) : null;
            file.append("- {id: r%d, priority: %d, also: %s, then: [{reply: x}], when: %s%s}%n"
                    .formatted(
                            i,
                            random.nextInt(4),
                            random.nextInt(4) == 0,
                            when.yaml,
                            unless == null ? "" : ", unless: " + unless.yaml));
            meanings.add(text -> when.holds.test(text) && (unless == null || !unless.holds.test(text)));
        }
        return file.toString();
    }

    boolean holds(int rule, String text) {
        return meanings.get(rule).test(text);
    }

    int size() {
        return meanings.size();
    }

    String text() {
        return word(random.nextInt(14));
    }

    private record Part(String yaml, Predicate<String> holds) {}

    private Part conditions(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0, 1 -> keywords();
            case 2 -> exact();
            case 3 -> regex();
            case 4 -> list("any", depth);
            default -> list("all", depth);
        };
    }

    private Part list(String word, int depth) {
        Part one = conditions(depth - 1);
        Part other = conditions(depth - 1);
        return new Part(
                "{%s: [%s, %s]}".formatted(word, one.yaml, other.yaml),
                word.equals("any") ? one.holds.or(other.holds) : one.holds.and(other.holds));
    }

    private Part keywords() {
        List<String> any = words();
        List<String> all = random.nextBoolean() ? words() : List.of();
        List<String> except = random.nextInt(3) == 0 ? words() : List.of();
        String yaml = "{keywords: {any: %s%s%s}}"
                .formatted(
                        quoted(any),
                        all.isEmpty() ? "" : ", all: " + quoted(all),
                        except.isEmpty() ? "" : ", except: " + quoted(except));
        return new Part(
                yaml,
                text -> any.stream().anyMatch(word -> contains(text, word))
                        && all.stream().allMatch(word -> contains(text, word))
                        && except.stream().noneMatch(word -> contains(text, word)));
    }

    private Part exact() {
        List<String> any = words();
        return new Part(
                "{keywords: {any: %s, mode: exact}}".formatted(quoted(any)),
                text -> any.stream().anyMatch(word -> core(word).equals(core(text))));
    }

    private Part regex() {
        String regex = sequence(2);
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        return new Part(
                "{regex: '" + regex + "'}",
                text -> pattern.matcher(Normalizer.normalizeKeepingCase(text)).find());
    }

    private String sequence(int depth) {
        StringBuilder regex = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            regex.append(
                    switch (random.nextInt(depth > 0 ? 9 : 7)) {
                        case 0 -> "[退a1]";
                        case 1 -> ".";
                        case 2 -> "\\d";
                        case 7 -> "(" + sequence(depth - 1) + "|" + sequence(depth - 1) + ")";
                        case 8 -> "(?P<n" + random.nextInt(100_000) + ">" + sequence(depth - 1) + ")";
                        default -> String.valueOf("退货款订单ab1!".charAt(random.nextInt(9)));
                    });
            regex.append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
        }
        return regex.toString();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String word = word(1 + random.nextInt(3));
            words.add(Normalizer.normalize(word).isBlank() ? "退" : word);
        }
        return words;
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return word.toString();
    }

    private static boolean contains(String text, String word) {
        return Normalizer.normalize(text).contains(Normalizer.normalize(word.strip()));
    }

    private static String core(String text) {
        String normalized = Normalizer.normalize(text);
        String core = normalized.replaceAll("^[\\s!。]+|[\\s!。]+$", "");
        return core.isEmpty() ? normalized.strip() : core;
    }

    private static String quoted(List<String> words) {
        return "[\"" + String.join("\", \"", words) + "\"]";
    }
}
