package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.util.Map;

/** {@code truncate: 40} keeps so many characters, {@code truncate: {bytes: 120}} so many bytes of UTF-8; never half a character. */
final class TruncateStep extends TextStep {

    private final int limit;
    private final boolean bytes;

    private TruncateStep(int limit, boolean bytes) {
        this.limit = limit;
        this.bytes = bytes;
    }

    static Step read(StepArgument argument) {
        if (argument.plain().isPresent()) {
            return new TruncateStep(argument.number(argument.plain().get()), false);
        }
        Map<String, YamlNode> options = argument.options("bytes");
        YamlNode bytes = options.get("bytes");
        if (bytes == null) {
            argument.wrong("步骤 truncate 需要长度:{truncate: 40} 按字符,{truncate: {bytes: 120}} 按字节");
            return new TruncateStep(1, false);
        }
        return new TruncateStep(argument.number(bytes), true);
    }

    @Override
    String change(String text) {
        if (!bytes && text.length() <= limit) {
            return text;
        }
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += bytes ? utf8Length(character) : 1;
            if (used > limit) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int utf8Length(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
