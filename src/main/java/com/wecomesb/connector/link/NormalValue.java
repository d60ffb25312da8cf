package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling in which values are compared: systems change line ends, the composition of characters, the notation
 * of telephone numbers and the order of tags, and none of that is a change.
 */
public final class NormalValue {

    /** What a national number is meant in. */
    private static final String REGION = "CN";

    /** Of characters beyond the basic plane some systems make a question mark, a replacement character or nothing. */
    private static final Pattern FRAGILE = Pattern.compile("[\\x{10000}-\\x{10FFFF}\\x{FFFD}\\x{FE0F}\\x{200D}?\\s]+");

    /** No number that anybody keeps about a record has more digits on either side of its point. */
    private static final int MOST_PLACES = 400;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    /** What is spelt so already: most numbers by far, and reading a number takes its time. */
    private static final Pattern MOBILE = Pattern.compile("\\+861[3-9][0-9]{9}");

    private static final char FIRST_CONTROL = '\u007f';
    private static final char LAST_LATIN = '\u00ff';
    private static final char FIRST_CHINESE = '\u4e00';
    private static final char LAST_CHINESE = '\u9fff';

    private static final Set<String> PHONES = Set.of("phone", "phones");
    private static final Set<String> EMAILS = Set.of("email", "emails");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private NormalValue() {}

    /** The value of a field in the one spelling; null for what is absent, empty or null. */
    public static @Nullable String of(String field, JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(field, value, text);
        return text.isEmpty() ? null : text.toString();
    }

    /** A spelling that survives systems that cannot store every character. */
    static String loose(String normal) {
        return isSturdy(normal) ? normal : FRAGILE.matcher(normal).replaceAll("");
    }

    /** Whether every character is a letter, a digit or a sign that no system loses. */
    private static boolean isSturdy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean common = letter > ' ' && letter < FIRST_CONTROL && letter != '?';
            if (!common && (letter < FIRST_CHINESE || letter > LAST_CHINESE)) {
                return false;
            }
        }
        return true;
    }

    private static void write(String field, JsonNode value, StringBuilder into) {
        if (value.isObject()) {
            TreeMap<String, String> members = new TreeMap<>();
            value.fields().forEachRemaining(member -> {
                String normal = of(member.getKey(), member.getValue());
                if (normal != null) {
                    members.put(member.getKey(), normal);
                }
            });
            members.forEach((name, normal) -> append(into, name + "=" + normal));
        } else if (value.isArray()) {
            if (field.equals("tags")) {
                TreeSet<String> sorted = new TreeSet<>();
                value.forEach(item -> sorted.add(scalar(field, item)));
                sorted.forEach(item -> append(into, item));
            } else {
                value.forEach(item -> {
                    String normal = of(field, item);
                    append(into, normal == null ? "" : normal);
                });
            }
        } else {
            into.append(scalar(field, value));
        }
    }

    /** With its length, so that two values never read like one. */
    private static void append(StringBuilder into, String normal) {
        if (!normal.isEmpty()) {
            into.append(normal.length()).append(':').append(normal);
        }
    }

    private static String scalar(String field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return number(value);
        }
        String text = composed(value.asText()).strip();
        return PHONES.contains(field) ? phone(text) : EMAILS.contains(field) ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Written out, so that 1E+1 is 10; what is none, or would fill the memory written out, stays in its notation. */
    private static String number(JsonNode value) {
        if (!Double.isFinite(value.doubleValue())) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_PLACES ? number.toString() : number.toPlainString();
    }

    private static String composed(String text) {
        return isPlain(text)
                ? text
                : LINE_END.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .replaceAll("\n");
    }

    /** Whether all of it is Latin-1 or common Chinese, which is composed as it stands, and on one line. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\r' || (letter > LAST_LATIN && (letter < FIRST_CHINESE || letter > LAST_CHINESE))) {
                return false;
            }
        }
        return true;
    }

    /** A telephone number in the one spelling by which people are recognised; what is none stays as it is. */
    public static String phone(String text) {
        if (text.isEmpty() || MOBILE.matcher(text).matches()) {
            return text;
        }
        try {
            return NUMBERS.format(NUMBERS.parse(text, REGION), PhoneNumberFormat.E164);
        } catch (NumberParseException notPhone) {
            return text;
        }
    }
}
