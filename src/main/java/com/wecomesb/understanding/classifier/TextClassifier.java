package com.wecomesb.understanding.classifier;

import java.util.List;

/** Tells to which class a text belongs; immutable and thread-safe. */
public final class TextClassifier {

    private final LinearMember member;

    private TextClassifier(LinearMember member) {
        this.member = member;
    }

    /**
     * A text whose class is known.
     *
     * @param text normalised
     * @param label of its class, from 0
     */
    public record Labelled(String text, int label) {}

    /** Learns from samples of the classes 0 to {@code classes - 1}. */
    public static TextClassifier train(List<Labelled> samples, int classes) {
        return new TextClassifier(LinearMember.train(samples, classes));
    }

    /** How probable each class is; together 1, or nothing at all when there are fewer than two classes. */
    public double[] probabilities(String text) {
        return member.probabilities(text);
    }
}
