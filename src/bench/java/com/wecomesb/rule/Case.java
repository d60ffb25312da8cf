package com.wecomesb.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule in all the forms that are compared.
 *
 * @param number its place in the corpus
 * @param words keywords; of a regular expression the literal that it begins with
 * @param regex empty for every other kind
 * @param level the contact's attribute {@code level} that it asks for, or empty
 */
record Case(int number, int priority, Kind kind, List<String> words, List<String> except, String regex, String level) {

    /** How the words are looked for. */
    enum Kind {
        ANY,
        ALL,
        EXACT,
        REGEX
    }

    String id() {
        return "r" + number;
    }

    String yaml() {
        String condition =
                switch (kind) {
                    case EXACT -> "keywords: {any: " + words + ", mode: exact}";
                    case REGEX -> "regex: '" + regex + "'";
                    case ANY -> "keywords: {any: " + words + exclusion() + "}";
                    case ALL -> "keywords: {all: " + words + exclusion() + "}";
                };
        String asked = level.isEmpty() ? "" : ", attribute: {level: " + level + "}";
        return "- {id: %s, priority: %d, when: {%s%s}, then: [{reply: x}]}%n".formatted(id(), priority, condition, asked);
    }

    private String exclusion() {
        return except.isEmpty() ? "" : ", except: " + except;
    }

    /** One expression for the whole message, as a router wants it that knows only {@code Pattern.matches}. */
    String wholeRegex() {
        return switch (kind) {
            case EXACT -> "[\\s\\p{P}~]*" + words.get(0) + "[\\s\\p{P}~]*";
            case REGEX -> "(?s).*" + regex + ".*";
            case ANY -> "(?s)" + lookingAhead() + ".*(" + String.join("|", words) + ").*";
            case ALL ->
                "(?s)" + lookingAhead() + words.stream().map(word -> "(?=.*" + word + ")").collect(Collectors.joining()) + ".*";
        };
    }

    private String lookingAhead() {
        return except.isEmpty() ? "" : "(?!.*(" + String.join("|", except) + "))";
    }
}
