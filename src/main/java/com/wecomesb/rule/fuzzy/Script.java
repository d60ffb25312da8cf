package com.wecomesb.rule.fuzzy;

/** What a character is for matching by likeness. */
enum Script {
    /** Stands for itself: Chinese, Japanese, Korean. */
    CHARACTER,
    /** A part of a word: a letter or a digit. */
    LETTER,
    /** A blank or a mark within a sentence. */
    BLANK,
    /** The end of a sentence or of a part of it. */
    STOP,
    /** The end of a line. */
    LINE;

    private static final String STOPS = "。,!?;:、…";
    private static final Script[] SMALL = new Script[0x80];

    static {
        for (int c = 0; c < SMALL.length; c++) {
            SMALL[c] = find(c);
        }
    }

    static Script of(int point) {
        if (point < SMALL.length) {
            return SMALL[point];
        }
        return point >= 0x4E00 && point <= 0x9FFF ? CHARACTER : find(point);
    }

    private static Script find(int point) {
        if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
            return LINE;
        }
        if (!Character.isLetterOrDigit(point)) {
            return STOPS.indexOf(point) >= 0 ? STOP : BLANK;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> CHARACTER;
            default -> LETTER;
        };
    }
}
