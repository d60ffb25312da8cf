package com.wecomesb.decision;

import java.nio.charset.StandardCharsets;

/** Keeps a text within what WeCom takes: it counts UTF-8 bytes, and cuts in the middle of a character. */
final class MessageLength {

    /** Of the text of an application message (W90236). */
    static final int MAX_BYTES = 2048;

    private static final String ELLIPSIS = "…";

    private MessageLength() {}

    static String cut(String text) {
        if (bytes(text) <= MAX_BYTES) {
            return text;
        }
        int room = MAX_BYTES - bytes(ELLIPSIS);
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            room -= bytes(text.substring(end, next));
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
