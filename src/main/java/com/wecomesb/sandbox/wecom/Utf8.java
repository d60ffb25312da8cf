package com.wecomesb.sandbox.wecom;

import java.nio.charset.StandardCharsets;

/** Lengths as WeCom counts them: in bytes of UTF-8. */
public final class Utf8 {

    private Utf8() {}

    public static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest beginning of at most so many bytes; no character is cut in two. */
    public static String cut(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length <= bytes) {
            return text;
        }
        int end = bytes;
        while (end > 0 && (all[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(all, 0, end, StandardCharsets.UTF_8);
    }
}
