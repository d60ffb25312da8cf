package com.wecomesb.book;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How people write yes, numbers and lists into cells. */
final class Words {

    static final String YES = "是";
    static final String NO = "否";

    private static final Set<String> YES_WORDS =
            Set.of("是", "启用", "开", "要", "需要", "y", "yes", "true", "1", "√", "✓", "✔");
    private static final Set<String> NO_WORDS =
            Set.of("否", "停用", "关", "不", "不要", "不需要", "n", "no", "false", "0", "×", "✗", "✘");

    private Words() {}

    /** Full-width digits, letters and brackets as half-width ones, without blanks around. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** {@code 问法(每行一个)} without its brackets, of either width. */
    static String withoutRemark(String head) {
        return head.replaceFirst("\\s*[((].*", "").strip();
    }

    static boolean isYes(String text) {
        return YES_WORDS.contains(plain(text).toLowerCase(Locale.ROOT));
    }

    static boolean isNo(String text) {
        return NO_WORDS.contains(plain(text).toLowerCase(Locale.ROOT));
    }

    /** Nothing written means yes. */
    static String yesOrNo(String text) {
        return text.isEmpty() || isYes(text) ? YES : isNo(text) ? NO : text;
    }

    /** Of 转人工: yes, nothing, or the name of a group. */
    static String whom(String text) {
        return isYes(text) ? YES : isNo(text) ? "" : text;
    }

    /** Nothing written is 0. */
    static String number(String text) {
        String plain = plain(text).replaceFirst("\\.0+$", "");
        return plain.isEmpty() ? "0" : plain;
    }

    static String lines(String text) {
        return String.join("\n", linesOf(text));
    }

    static String list(String text) {
        return String.join("\n", listOf(text));
    }

    static List<String> linesOf(String text) {
        return distinct(text.lines());
    }

    /** Words of one line are separated by 、, a comma or a semicolon. */
    static List<String> listOf(String text) {
        return distinct(Arrays.stream(text.split("[\n、,,;;]")));
    }

    private static List<String> distinct(Stream<String> parts) {
        return parts.map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
