package com.wecomesb.rule;

/**
 * Letters of other alphabets that look like Latin ones: who writes VІР with Cyrillic letters means VIP. Letter for letter,
 * the small one as the capital, so that words of those alphabets still match themselves.
 */
final class LookAlikes {

    private static final String CYRILLIC = "авекмнорстухіјѕһԁԛԝ";
    private static final String CYRILLIC_AS = "abekmhopctyxijshdqw";
    private static final String GREEK = "αβεζηικμνορτυχ";
    private static final String GREEK_AS = "abezhikmnoptyx";
    private static final String OTHERS = "ɑɡıᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
    private static final String OTHERS_AS = "agiabcdefghijklmnoprstuvwyz";

    private static final char[] TABLE = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = (char) c;
        }
        put(CYRILLIC, CYRILLIC_AS);
        put(GREEK, GREEK_AS);
        put(OTHERS, OTHERS_AS);
    }

    private LookAlikes() {}

    private static void put(String letters, String as) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            char capital = Character.toUpperCase(letter);
            if (capital != letter && capital >= 0x80) {
                TABLE[capital] = Character.toUpperCase(as.charAt(i));
            }
            TABLE[letter] = as.charAt(i);
        }
    }

    /** The Latin letter, or the character itself. */
    static char latin(char c) {
        return TABLE[c];
    }

    /** Each character in its place: the result is as long as the text. */
    static String latin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (TABLE[text.charAt(i)] != text.charAt(i)) {
                return from(text, i);
            }
        }
        return text;
    }

    private static String from(String text, int first) {
        char[] latin = text.toCharArray();
        for (int i = first; i < latin.length; i++) {
            latin[i] = TABLE[latin[i]];
        }
        return new String(latin);
    }
}
