package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.util.Map;

/**
 * {@code truncate: 40} keeps so many characters, {@code truncate: {bytes: 120}} so many bytes of UTF-8; never half a
 * character. {@code {characters: 40, end: "…"}} closes what was cut with an end that counts too.
 */
final class TruncateStep extends TextStep {

    private final int limit;
    private final boolean bytes;
    private final String end;

    private TruncateStep(int limit, boolean bytes, String end) {
        this.limit = limit;
        this.bytes = bytes;
        this.end = end;
    }

    static Step read(StepArgument argument) {
        if (argument.plain().isPresent()) {
            return new TruncateStep(argument.number(argument.plain().get()), false, "");
        }
        Map<String, YamlNode> options = argument.options("characters", "bytes", "end");
        YamlNode bytes = options.get("bytes");
        YamlNode limit = bytes == null ? options.get("characters") : bytes;
        if (limit == null || (bytes != null && options.containsKey("characters"))) {
            argument.wrong("步骤 truncate 需要长度:{truncate: 40} 按字符,{truncate: {bytes: 120}} 按字节");
            return new TruncateStep(1, false, "");
        }
        YamlNode end = options.get("end");
        TruncateStep step = new TruncateStep(argument.number(limit), bytes != null, end == null ? "" : end.text());
        if (step.size(step.end) > step.limit) {
            argument.wrong("步骤 truncate 的 end 比长度还长");
        }
        return step;
    }

    @Override
    String change(String text) {
        // A char is one character at most and one byte at least: what is short enough in chars is so in characters.
        if (!bytes && text.length() <= limit) {
            return text;
        }
        int whole = fitting(text, limit);
        return whole == text.length() ? text : text.substring(0, fitting(text, limit - size(end))) + end;
    }

    /** Where the text must end to have no more than this size. */
    private int fitting(String text, int room) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            used += size(character);
            if (used > room) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private int size(String text) {
        return text.codePoints().map(this::size).sum();
    }

    private int size(int character) {
        if (!bytes || character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[]");
    }
}
