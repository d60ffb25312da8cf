package com.wecomesb.mapping.step;

/** Whether a text is made of whole characters: no half of a surrogate pair alone, which no encoding can carry. */
final class WellFormed {

    static final String RULE = "文本里有半个字符,不能编码";

    private WellFormed() {}

    static boolean is(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!Character.isSurrogate(character)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(character)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (!pair) {
                return false;
            }
            at++;
        }
        return true;
    }
}
