package com.wecomesb.understanding;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.classifier.TextClassifier;
import com.wecomesb.understanding.classifier.TextClassifier.Labelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what a customer wants, as learnt from the examples of all intents. The same examples give the same model, on
 * every machine. Immutable and thread-safe.
 */
public final class IntentModel {

    /** Longer messages are judged by their beginning, so that no message costs more than its bound. */
    private static final int MAX_CHARACTERS = 300;

    private final Map<String, IntentExamples> intents;
    private final List<String> names;
    private final TextClassifier classifier;

    private IntentModel(Map<String, IntentExamples> intents, TextClassifier classifier) {
        this.intents = intents;
        this.names = List.copyOf(intents.keySet());
        this.classifier = classifier;
    }

    /** Learns from the examples of at least two intents; of fewer, a model that guesses at nothing. */
    public static IntentModel train(List<IntentExamples> intents) {
        Map<String, IntentExamples> byId = new LinkedHashMap<>();
        intents.stream()
                .sorted(Comparator.comparing(IntentExamples::id))
                .forEach(intent -> byId.putIfAbsent(intent.id(), intent));
        return new IntentModel(byId, TextClassifier.train(samples(List.copyOf(byId.values())), byId.size()));
    }

    static List<Labelled> samples(List<IntentExamples> intents) {
        List<Labelled> samples = new ArrayList<>();
        for (int label = 0; label < intents.size(); label++) {
            for (String example : intents.get(label).examples()) {
                samples.add(new Labelled(beginning(example), label));
            }
        }
        return samples;
    }

    public Set<String> ids() {
        return intents.keySet();
    }

    public Optional<IntentExamples> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    public List<IntentExamples> intents() {
        return List.copyOf(intents.values());
    }

    /**
     * A guess at each intent, the best first; the scores are probabilities.
     *
     * @param text normalised
     */
    public List<Guess> classify(String text) {
        double[] probabilities = classifier.probabilities(beginning(text));
        List<Guess> guesses = new ArrayList<>();
        for (int label = 0; label < probabilities.length; label++) {
            guesses.add(new Guess(names.get(label), probabilities[label]));
        }
        guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
        return List.copyOf(guesses);
    }

    /**
     * The values that an intent looks for, by name, as far as the message has them.
     *
     * @param text normalised, upper case kept
     */
    public Map<String, String> slots(String id, String text) {
        Map<String, String> values = new TreeMap<>();
        intent(id)
                .ifPresent(intent -> intent.slots()
                        .forEach((name, pattern) -> value(pattern, text).ifPresent(value -> values.put(name, value))));
        return values;
    }

    private static Optional<String> value(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }

    private static String beginning(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
