package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Features.Vector;
import java.util.ArrayList;
import java.util.List;

/** Every training text votes for its class, by the square of its likeness. */
final class NeighbourMember {

    private static final double NEVER_NOTHING = 1e-9;

    private final List<List<Occurrence>> byFeature;
    private final int[] labels;
    private final int classes;

    private NeighbourMember(List<List<Occurrence>> byFeature, int[] labels, int classes) {
        this.byFeature = byFeature;
        this.labels = labels;
        this.classes = classes;
    }

    /** A training text that has a feature, and how much of it. */
    private record Occurrence(int text, double value) {}

    /** Remembers vectors of this size with their labels. */
    static NeighbourMember train(List<Vector> vectors, int[] labels, int classes, int size) {
        List<List<Occurrence>> byFeature = new ArrayList<>();
        for (int feature = 0; feature < size; feature++) {
            byFeature.add(new ArrayList<>());
        }
        for (int text = 0; text < vectors.size(); text++) {
            Vector vector = vectors.get(text);
            for (int i = 0; i < vector.indexes().length; i++) {
                byFeature.get(vector.indexes()[i]).add(new Occurrence(text, vector.values()[i]));
            }
        }
        return new NeighbourMember(byFeature, labels.clone(), classes);
    }

    double[] probabilities(Vector vector) {
        double[] likeness = new double[labels.length];
        for (int i = 0; i < vector.indexes().length; i++) {
            for (Occurrence occurrence : byFeature.get(vector.indexes()[i])) {
                likeness[occurrence.text()] += vector.values()[i] * occurrence.value();
            }
        }
        double[] votes = new double[classes];
        double all = NEVER_NOTHING;
        for (int text = 0; text < labels.length; text++) {
            double vote = likeness[text] * likeness[text];
            votes[labels[text]] += vote;
            all += vote;
        }
        for (int label = 0; label < classes; label++) {
            votes[label] = (votes[label] + NEVER_NOTHING / classes) / all;
        }
        return votes;
    }
}
