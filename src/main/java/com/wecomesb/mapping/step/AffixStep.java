package com.wecomesb.mapping.step;

/** {@code prefix: "CN-"} and {@code suffix: "元"}. */
final class AffixStep extends TextStep {

    private final String before;
    private final String after;

    private AffixStep(String before, String after) {
        this.before = before;
        this.after = after;
    }

    static Step prefix(StepArgument argument) {
        return new AffixStep(argument.text("\"CN-\""), "");
    }

    static Step suffix(StepArgument argument) {
        return new AffixStep("", argument.text("\"元\""));
    }

    @Override
    String change(String text) {
        return before + text + after;
    }
}
