package com.wecomesb.understanding.external;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.NotClassified.Reason;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A text classifier in an ONNX file, run by ONNX Runtime on the processor. */
final class OnnxClassifier implements Classifier {

    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

    private final OnnxSettings settings;
    private final WordPieces pieces;
    private final List<String> labels;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads the model and tries it out.
     *
     * @throws IllegalArgumentException when it is not a text classifier with as many outputs as there are labels
     */
    OnnxClassifier(OnnxSettings settings, WordPieces pieces, List<String> labels) {
        this.settings = settings;
        this.pieces = pieces;
        this.labels = List.copyOf(labels);
        this.environment = OrtEnvironment.getEnvironment();
        this.session = open(environment, Path.of(settings.model()));
        int outputs = logits("").length;
        if (outputs != labels.size()) {
            close();
            throw new IllegalArgumentException(
                    "the model has " + outputs + " outputs, but there are " + labels.size() + " labels");
        }
    }

    private static OrtSession open(OrtEnvironment environment, Path model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(model.toString(), options);
            if (!INPUTS.containsAll(session.getInputNames())) {
                session.close();
                throw new IllegalArgumentException("the model has other inputs than " + INPUTS);
            }
            return session;
        } catch (OrtException exception) {
            throw new IllegalArgumentException("the model cannot be loaded: " + exception.getMessage(), exception);
        }
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    @Override
    public int budgetPerMinute() {
        return 0;
    }

    @Override
    public List<Guess> classify(String text, List<IntentExamples> intents) {
        Set<String> known = intents.stream().map(IntentExamples::id).collect(Collectors.toSet());
        double[] probabilities = softmax(logits(text));
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            if (known.contains(labels.get(i))) {
                guesses.add(new Guess(labels.get(i), probabilities[i]));
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
        return List.copyOf(guesses);
    }

    private float[] logits(String text) {
        long[] ids = pieces.of(text, settings.maxTokens());
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, long[]> values =
                Map.of("input_ids", ids, "attention_mask", ones, "token_type_ids", new long[ids.length]);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String input : session.getInputNames()) {
                LongBuffer value = LongBuffer.wrap(values.getOrDefault(input, ids));
                inputs.put(input, OnnxTensor.createTensor(environment, value, new long[] {1, ids.length}));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                if (result.get(0).getValue() instanceof float[][] rows && rows.length == 1) {
                    return rows[0];
                }
            }
            throw new IllegalArgumentException("the model's output is not one row of numbers");
        } catch (OrtException exception) {
            throw new NotClassified(Reason.FAILED, "the model failed", exception);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double[] softmax(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] exponentials = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = Math.exp(logits[i] - highest);
            sum += exponentials[i];
        }
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] /= sum;
        }
        return exponentials;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException exception) {
            throw new IllegalStateException("the model cannot be closed", exception);
        }
    }
}
