package com.wecomesb.reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What templates get to see: copies of the values, made harmless. Whoever wrote a value is not trusted: neither its
 * length, nor that it is well-formed, nor that it does not look like something that WeChat would act on.
 */
final class Values {

    /** The most characters of a value in a message; longer ones end with an ellipsis. */
    static final int LONGEST_IN_MESSAGE = 1_000;

    /** The most characters of a value in a document for another system. */
    static final int LONGEST_IN_DOCUMENT = 16_000;

    private static final int DEEPEST = 24;

    /** WeCom and WeChat turn {@code <a href="…">} in a text into a link. */
    private static final Pattern MARKUP = Pattern.compile("<(?=[A-Za-z/!])");

    private static final String WIDE_BRACKET = "\uFF1C";

    private Values() {}

    /** For messages: no control characters, nothing that turns the direction of what follows, no markup. */
    static Map<String, Object> forMessage(Map<String, Object> context) {
        return copy(context, Values::harmless, 0);
    }

    /** For documents: complete as far as they are reasonable, and well-formed. */
    static Map<String, Object> forDocument(Map<String, Object> context) {
        return copy(context, text -> shortened(wellFormed(text, false), LONGEST_IN_DOCUMENT), 0);
    }

    private static Map<String, Object> copy(Map<?, ?> values, UnaryOperator<String> text, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(String.valueOf(name), copy(value, text, depth + 1)));
        return copy;
    }

    private static Object copy(Object value, UnaryOperator<String> text, int depth) {
        if (value instanceof String words) {
            return text.apply(words);
        }
        if (depth > DEEPEST) {
            return "";
        }
        if (value instanceof Map<?, ?> map) {
            return copy(map, text, depth);
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item, text, depth + 1)));
            return copy;
        }
        return value;
    }

    static String harmless(String text) {
        return MARKUP.matcher(shortened(wellFormed(text, true), LONGEST_IN_MESSAGE))
                .replaceAll(WIDE_BRACKET);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : Limit.characters(longest).cut(text);
    }

    private static String wellFormed(String text, boolean forPeople) {
        if (text.chars().noneMatch(character -> Character.isISOControl(character) || isSuspicious(character))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\t' ? ' ' : point)
                .filter(point -> point == '\n' || !isDropped(point, forPeople))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSuspicious(int character) {
        return Character.isSurrogate((char) character) || isDirection(character);
    }

    /** A half of a pair, a control character or, for people, a mark that turns the direction of writing. */
    private static boolean isDropped(int point, boolean forPeople) {
        return Character.isISOControl(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (forPeople && isDirection(point));
    }

    private static boolean isDirection(int point) {
        return point == 0x061C
                || (point >= 0x200E && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
