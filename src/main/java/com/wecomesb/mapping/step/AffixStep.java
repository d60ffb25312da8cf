package com.wecomesb.mapping.step;

/** {@code prefix: "CN-"} and {@code suffix: "元"}; {@code remove-prefix} and {@code remove-suffix} take off what is there. */
final class AffixStep extends TextStep {

    private final String before;
    private final String after;
    private final boolean removes;

    private AffixStep(String before, String after, boolean removes) {
        this.before = before;
        this.after = after;
        this.removes = removes;
    }

    static Step prefix(StepArgument argument) {
        return new AffixStep(argument.text("\"CN-\""), "", false);
    }

    static Step suffix(StepArgument argument) {
        return new AffixStep("", argument.text("\"元\""), false);
    }

    static Step removePrefix(StepArgument argument) {
        return new AffixStep(argument.text("\"CN-\""), "", true);
    }

    static Step removeSuffix(StepArgument argument) {
        return new AffixStep("", argument.text("\"元\""), true);
    }

    @Override
    String change(String text) {
        if (!removes) {
            return before + text + after;
        }
        boolean bare = !text.startsWith(before) || !text.endsWith(after);
        return bare ? text : text.substring(before.length(), text.length() - after.length());
    }

    @Override
    public WayBack back() {
        return removes
                ? WayBack.nearly("[]")
                : WayBack.by(after.isEmpty() ? "remove-prefix" : "remove-suffix", new AffixStep(before, after, true));
    }
}
