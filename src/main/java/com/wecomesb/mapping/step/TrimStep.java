package com.wecomesb.mapping.step;

/** {@code trim}: takes white space off both ends, full-width and no-break spaces too. */
final class TrimStep extends TextStep {

    static Step read(StepArgument argument) {
        argument.none();
        return new TrimStep();
    }

    @Override
    String change(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unicode has no space behind the ideographic one, where most of our characters are. */
    private static boolean isSpace(char character) {
        return character <= ' '
                || (character >= 0x80
                        && character <= '\u3000'
                        && (Character.isWhitespace(character) || Character.isSpaceChar(character)));
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[]");
    }
}
