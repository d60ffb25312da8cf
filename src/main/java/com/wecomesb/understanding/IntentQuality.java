package com.wecomesb.understanding;

import com.wecomesb.understanding.classifier.CrossValidation;
import com.wecomesb.understanding.classifier.Outcomes;
import java.util.Comparator;
import java.util.List;

/**
 * How well intents are told apart, by stratified cross-validation over their own examples.
 *
 * @param ids of the intents, in the order of the outcomes' classes
 * @param ours what the bus uses
 * @param withoutUnseenWords the same without the words of the vocabulary that no training example has
 * @param plain liblinear on character 1–2-grams, on the same folds
 */
public record IntentQuality(List<String> ids, Outcomes ours, Outcomes withoutUnseenWords, Outcomes plain) {

    /** Learns and tests; takes seconds. */
    public static IntentQuality of(List<IntentExamples> intents) {
        List<IntentExamples> sorted = intents.stream()
                .sorted(Comparator.comparing(IntentExamples::id))
                .toList();
        CrossValidation validation = new CrossValidation(IntentModel.samples(sorted), sorted.size());
        return new IntentQuality(
                sorted.stream().map(IntentExamples::id).toList(),
                validation.ours(),
                validation.oursWithoutUnseenWords(),
                validation.plainLiblinear());
    }
}
