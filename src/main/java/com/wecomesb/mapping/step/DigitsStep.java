package com.wecomesb.mapping.step;

/** {@code digits}: keeps the digits alone, as 0 to 9 however they were typed ({@code １} becomes {@code 1}). */
final class DigitsStep extends TextStep {

    static Step read(StepArgument argument) {
        argument.none();
        return new DigitsStep();
    }

    @Override
    String change(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (Character.isDigit(character)) {
                digits.append((char) ('0' + Character.digit(character, 10)));
            }
            at += Character.charCount(character);
        }
        return digits.toString();
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[]");
    }
}
