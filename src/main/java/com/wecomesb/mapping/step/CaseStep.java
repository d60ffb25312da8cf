package com.wecomesb.mapping.step;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** {@code lower}, {@code upper} and {@code title} (each word's first letter), the same in every locale. */
final class CaseStep extends TextStep {

    private final UnaryOperator<String> change;

    private CaseStep(UnaryOperator<String> change) {
        this.change = change;
    }

    static Step lower(StepArgument argument) {
        argument.none();
        return new CaseStep(text -> text.toLowerCase(Locale.ROOT));
    }

    static Step upper(StepArgument argument) {
        argument.none();
        return new CaseStep(text -> text.toUpperCase(Locale.ROOT));
    }

    static Step title(StepArgument argument) {
        argument.none();
        return new CaseStep(CaseStep::titled);
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        boolean within = false;
        for (int character : text.codePoints().toArray()) {
            titled.appendCodePoint(within ? Character.toLowerCase(character) : Character.toTitleCase(character));
            within = Character.isLetterOrDigit(character) || (within && character == '\'');
        }
        return titled.toString();
    }

    @Override
    String change(String text) {
        return change.apply(text);
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[]");
    }
}
