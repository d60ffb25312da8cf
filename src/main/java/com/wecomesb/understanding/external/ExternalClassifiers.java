package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classifiers that are configured, asked one after the other about what those before did not answer. */
public final class ExternalClassifiers implements AutoCloseable {

    private final List<GuardedClassifier> classifiers;

    ExternalClassifiers(List<? extends Classifier> classifiers, MeterRegistry meters) {
        this.classifiers = classifiers.stream()
                .map(classifier -> new GuardedClassifier(classifier, meters))
                .toList();
    }

    public boolean isEmpty() {
        return classifiers.isEmpty();
    }

    /**
     * Asks about all texts at the same time and waits no longer than the classifiers' time-outs.
     *
     * @param texts by keys of the caller's choice
     * @return by the same keys the guesses of those that were answered, the best first: at these intents only, or none
     *     when the customer wants nothing of them
     */
    public Map<String, List<Guess>> ask(Map<String, String> texts, List<IntentExamples> intents) {
        Map<String, String> open = new LinkedHashMap<>(texts);
        Map<String, List<Guess>> answers = new HashMap<>();
        for (GuardedClassifier classifier : classifiers) {
            if (!open.isEmpty()) {
                answers.putAll(classifier.ask(open, intents));
                open.keySet().removeAll(answers.keySet());
            }
        }
        return answers;
    }

    @Override
    public void close() {
        classifiers.forEach(GuardedClassifier::close);
    }
}
