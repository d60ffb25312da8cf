package com.wecomesb.reply;

import java.nio.charset.StandardCharsets;

/**
 * The most that WeCom takes in a field: bytes of UTF-8, or characters.
 *
 * @param inBytes whether {@code most} counts bytes
 */
record Limit(int most, boolean inBytes) {

    static Limit bytes(int most) {
        return new Limit(most, true);
    }

    static Limit characters(int most) {
        return new Limit(most, false);
    }

    int sizeOf(String text) {
        return inBytes ? bytesOf(text) : text.codePointCount(0, text.length());
    }

    boolean fits(String text) {
        return sizeOf(text) <= most;
    }

    /** 「131 字节,最多 128 字节(一个汉字 3 字节)」. */
    String exceededBy(int size) {
        return inBytes ? size + " 字节,最多 " + most + " 字节(一个汉字 3 字节)" : size + " 个字,最多 " + most + " 个字";
    }

    /** The longest beginning that fits, with an ellipsis for the rest; no character is cut in two. */
    String cut(String text) {
        if (fits(text)) {
            return text;
        }
        String dots = "…";
        int room = most - sizeOf(dots);
        int end = 0;
        int size = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            size += inBytes ? bytesOf(point) : 1;
            if (size > room) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end).stripTrailing() + dots;
    }

    static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static int bytesOf(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
