package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Features.Vector;
import com.wecomesb.understanding.classifier.Features.Weight;
import java.util.List;
import java.util.Set;

/**
 * Logistic regression and neighbours together: a class is as probable as both find it, multiplied. Alone, the neighbours
 * are worse; together they are surer of the right ones (docs/benchmarks.md).
 */
final class Ensemble {

    /** Fixed beforehand, from half of the shipped examples. */
    private static final double COST = 3;

    private static final double SHAPE = 0.5;

    /** So that no member alone can rule a class out. */
    private static final double DOUBT = 0.01;

    private final Features features;
    private final LinearMember linear;
    private final NeighbourMember neighbours;
    private final int classes;

    private Ensemble(Features features, LinearMember linear, NeighbourMember neighbours, int classes) {
        this.features = features;
        this.linear = linear;
        this.neighbours = neighbours;
        this.classes = classes;
    }

    /**
     * A training text.
     *
     * @param features as the views see it
     */
    record Seen(List<Set<String>> features, int label) {}

    static List<Weight> views(Vocabulary vocabulary) {
        return List.of(
                new Weight(View.characters(), 1, true),
                new Weight(View.concepts(vocabulary), 1, false),
                new Weight(View.syllables(), 1, false),
                new Weight(View.shape(), SHAPE, false));
    }

    static Ensemble train(List<Weight> views, List<Seen> texts, int classes) {
        Features features =
                Features.of(views, texts.stream().map(Seen::features).toList());
        List<Vector> vectors =
                texts.stream().map(text -> features.of(text.features())).toList();
        int[] labels = texts.stream().mapToInt(Seen::label).toArray();
        return new Ensemble(
                features,
                LinearMember.train(vectors, labels, classes, features.size(), COST),
                NeighbourMember.train(vectors, labels, classes, features.size()),
                classes);
    }

    double[] probabilities(String text) {
        return probabilities(features.of(text));
    }

    double[] probabilities(Seen text) {
        return probabilities(features.of(text.features()));
    }

    private double[] probabilities(Vector vector) {
        double[] one = linear.probabilities(vector);
        double[] other = neighbours.probabilities(vector);
        double[] product = new double[classes];
        double all = 0;
        for (int label = 0; label < classes; label++) {
            product[label] = (one[label] + DOUBT) * (other[label] + DOUBT);
            all += product[label];
        }
        for (int label = 0; label < classes; label++) {
            product[label] /= all;
        }
        return product;
    }
}
