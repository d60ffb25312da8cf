package com.wecomesb.wecom.xml;

/** The five predefined entities and the numeric ones; there are no others without a DTD. */
final class Entities {

    private static final int LONGEST = 10;

    private Entities() {}

    /** Replaces the entities in a run of text; a lone {@code &} and an unknown name stay as they are. */
    static String resolve(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int copied = 0;
        while (ampersand >= 0) {
            // Looks a few characters ahead only: a search to the end for each & would take quadratic time.
            String ahead = text.substring(ampersand + 1, Math.min(ampersand + 1 + LONGEST, text.length()));
            int end = ahead.indexOf(';');
            String replacement = end < 0 ? "" : replacement(ahead.substring(0, end));
            if (!replacement.isEmpty()) {
                resolved.append(text, copied, ampersand).append(replacement);
                copied = ampersand + 1 + end + 1;
            }
            ampersand = text.indexOf('&', ampersand + 1);
        }
        return resolved.append(text, copied, text.length()).toString();
    }

    /** What the entity stands for, empty if it stands for nothing. */
    private static String replacement(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> entity.startsWith("#") ? character(entity.substring(1)) : "";
        };
    }

    private static String character(String number) {
        try {
            int codePoint =
                    number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            boolean character = Character.isValidCodePoint(codePoint)
                    && codePoint != 0
                    && Character.getType(codePoint) != Character.SURROGATE;
            return character ? Character.toString(codePoint) : "\uFFFD";
        } catch (NumberFormatException notANumber) {
            return "";
        }
    }
}
