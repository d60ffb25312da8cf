package com.wecomesb.mapping.step;

import java.util.Locale;

/** {@code lower} and {@code upper}, the same in every locale. */
final class CaseStep extends TextStep {

    private final boolean upper;

    private CaseStep(boolean upper) {
        this.upper = upper;
    }

    static Step lower(StepArgument argument) {
        argument.none();
        return new CaseStep(false);
    }

    static Step upper(StepArgument argument) {
        argument.none();
        return new CaseStep(true);
    }

    @Override
    String change(String text) {
        return upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }
}
