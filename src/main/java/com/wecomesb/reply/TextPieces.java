package com.wecomesb.reply;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that WeCom does not cut: it counts UTF-8 bytes. */
final class TextPieces {

    /** The most that a text message holds, in bytes (W94677, W90236). */
    static final int MAX_BYTES = 2048;

    private static final String ENDS_OF_SENTENCES = "\n。!?!?;;";

    private TextPieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (Limit.bytesOf(rest) > MAX_BYTES) {
            int cut = cut(rest);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isBlank()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** Behind the last sentence that fits, if that is not too short; between two characters otherwise. */
    private static int cut(String text) {
        int size = 0;
        int end = 0;
        int sentence = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            size += Limit.bytesOf(point);
            if (size > MAX_BYTES) {
                break;
            }
            end += Character.charCount(point);
            if (ENDS_OF_SENTENCES.indexOf(point) >= 0) {
                sentence = end;
            }
        }
        return sentence > end / 2 ? sentence : end;
    }
}
