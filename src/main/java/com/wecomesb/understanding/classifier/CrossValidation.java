package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Features.Weight;
import com.wecomesb.understanding.classifier.Outcomes.Outcome;
import com.wecomesb.understanding.classifier.TextClassifier.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Learns from all samples but a tenth and is tested by that tenth, ten times, with as many of each class in each. All that
 * is learnt, the calibration included, is learnt from the nine tenths. The same samples give the same outcomes.
 */
public final class CrossValidation {

    private static final int FOLDS = 10;
    private static final long SEED = 20260101;
    private static final double PLAIN_COST = 10;

    private final List<Labelled> samples;
    private final int classes;

    public CrossValidation(List<Labelled> samples, int classes) {
        this.samples = List.copyOf(samples);
        this.classes = classes;
    }

    /** A way to learn. */
    private interface Method {

        Function<String, double[]> learn(List<Labelled> training);
    }

    /** What the bus uses. */
    public Outcomes ours() {
        return run(training -> TextClassifier.train(training, classes)::probabilities);
    }

    /**
     * The same, but no word of the vocabulary counts that the training sentences do not have: who wrote both the sentences
     * and the vocabulary cannot have helped here.
     */
    public Outcomes oursWithoutUnseenWords() {
        return run(training -> {
            List<String> texts = training.stream().map(Labelled::text).toList();
            return TextClassifier.train(training, classes, Vocabulary.SHIPPED.seenIn(texts))::probabilities;
        });
    }

    /** liblinear on the character 1–2-grams of the text as it is: what anybody gets within an hour. */
    public Outcomes plainLiblinear() {
        return run(training -> {
            List<Weight> views = List.of(new Weight(CrossValidation::grams, 1, false));
            List<List<Set<String>>> texts = training.stream()
                    .map(sample -> Weight.look(views, sample.text()))
                    .toList();
            Features features = Features.of(views, texts);
            LinearMember member = LinearMember.train(
                    texts.stream().map(features::of).toList(),
                    training.stream().mapToInt(Labelled::label).toArray(),
                    classes,
                    features.size(),
                    PLAIN_COST);
            return text -> member.probabilities(features.of(text));
        });
    }

    private static Set<String> grams(String text) {
        Set<String> grams = new TreeSet<>();
        for (int i = 0; i < text.length(); i++) {
            grams.add(text.substring(i, i + 1));
            grams.add(text.substring(i, Math.min(text.length(), i + 2)));
        }
        return grams;
    }

    private Outcomes run(Method method) {
        List<Outcome> outcomes = new ArrayList<>();
        Folds.of(samples, Labelled::label, classes, FOLDS, SEED).forEach((training, test) -> {
            Function<String, double[]> classifier = method.learn(training);
            test.forEach(sample -> outcomes.add(Outcome.of(sample.label(), classifier.apply(sample.text()))));
        });
        return new Outcomes(outcomes, classes);
    }
}
