package com.wecomesb.rule.term;

/** What is left of a text without the blanks and the punctuation around it: 「人工!」 says 「人工」. */
public record Core(int from, int to) {

    /** The whole text where it is nothing but punctuation. */
    public static Core of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? new Core(0, text.length()) : new Core(from, to);
    }

    /** The core itself. */
    public static String text(String text) {
        Core core = of(text);
        return text.substring(core.from, core.to);
    }

    private static boolean isAround(char c) {
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
