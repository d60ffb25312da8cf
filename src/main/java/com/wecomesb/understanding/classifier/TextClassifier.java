package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Calibration.Evidence;
import com.wecomesb.understanding.classifier.Ensemble.Seen;
import com.wecomesb.understanding.classifier.Features.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells to which class a text belongs, and how sure that is. The same samples give the same classifier. Immutable and
 * thread-safe.
 */
public final class TextClassifier {

    private static final int INNER_FOLDS = 3;
    private static final long SEED = 7;

    /** Smaller differences come from how a machine rounds logarithms. */
    private static final double PRECISION = 1e4;

    private final @Nullable Ensemble ensemble;
    private final @Nullable Calibration calibration;

    private TextClassifier(@Nullable Ensemble ensemble, @Nullable Calibration calibration) {
        this.ensemble = ensemble;
        this.calibration = calibration;
    }

    /**
     * A text whose class is known.
     *
     * @param text normalised
     * @param label of its class, from 0
     */
    public record Labelled(String text, int label) {}

    /**
     * Learns from samples of the classes 0 to {@code classes - 1}, at least two of each; how sure it is of itself it learns
     * from texts that were held back.
     */
    public static TextClassifier train(List<Labelled> samples, int classes) {
        return train(samples, classes, Vocabulary.SHIPPED);
    }

    static TextClassifier train(List<Labelled> samples, int classes, Vocabulary vocabulary) {
        if (classes < 2) {
            return new TextClassifier(null, null);
        }
        List<Weight> views = Ensemble.views(vocabulary);
        List<Seen> texts = samples.stream()
                .map(sample -> new Seen(Weight.look(views, Digits.folded(sample.text())), sample.label()))
                .toList();
        Evidence evidence = new Evidence();
        Folds.of(texts, Seen::label, classes, INNER_FOLDS, SEED).forEach((training, test) -> {
            Ensemble inner = Ensemble.train(views, training, classes);
            test.forEach(text -> evidence.add(inner.probabilities(text), text.label()));
        });
        return new TextClassifier(Ensemble.train(views, texts, classes), evidence.learn());
    }

    /** How probable each class is; nothing when there are fewer than two classes. */
    public double[] probabilities(String text) {
        if (ensemble == null || calibration == null) {
            return new double[0];
        }
        double[] probabilities = calibration.applied(ensemble.probabilities(Digits.folded(text)));
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Math.round(probabilities[label] * PRECISION) / PRECISION;
        }
        return probabilities;
    }
}
