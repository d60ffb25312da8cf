package com.wecomesb.rule.term;

import java.util.function.IntPredicate;

/** What is left of a text without the blanks and the punctuation around it: 「人工!」 says 「人工」. */
public record Core(int from, int to) {

    /** Where there is nothing but punctuation, only the blanks are left out. */
    public static Core of(String text) {
        Core words = trimmed(text, Core::isAround);
        return words.from == words.to ? trimmed(text, Character::isWhitespace) : words;
    }

    private static Core trimmed(String text, IntPredicate around) {
        int from = 0;
        int to = text.length();
        while (from < to && around.test(text.charAt(from))) {
            from++;
        }
        while (to > from && around.test(text.charAt(to - 1))) {
            to--;
        }
        return new Core(from, to);
    }

    /** The core itself. */
    public static String text(String text) {
        Core core = of(text);
        return text.substring(core.from, core.to);
    }

    private static boolean isAround(int c) {
        return Character.isWhitespace(c)
                || switch (Character.getType(c)) {
                    case Character.OTHER_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.SPACE_SEPARATOR -> true;
                    default -> c == '~';
                };
    }
}
