package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.TextClassifier.Labelled;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Logistic regression on character 1–2-grams. */
final class LinearMember {

    private static final double C = 10;
    private static final double TOLERANCE = 0.01;

    private final Map<String, Integer> indexes;
    private final @Nullable Model model;
    private final int classes;

    private LinearMember(Map<String, Integer> indexes, @Nullable Model model, int classes) {
        this.indexes = indexes;
        this.model = model;
        this.classes = classes;
    }

    static LinearMember train(List<Labelled> samples, int classes) {
        if (classes < 2) {
            return new LinearMember(Map.of(), null, 0);
        }
        Linear.disableDebugOutput();
        Map<String, Integer> indexes = new HashMap<>();
        samples.forEach(sample ->
                grams(sample.text()).keySet().forEach(gram -> indexes.putIfAbsent(gram, indexes.size() + 1)));
        Problem problem = new Problem();
        problem.l = samples.size();
        problem.n = indexes.size() + 1;
        problem.bias = 1;
        problem.x =
                samples.stream().map(sample -> vector(sample.text(), indexes)).toArray(Feature[][]::new);
        problem.y = samples.stream().mapToDouble(Labelled::label).toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, C, TOLERANCE));
        return new LinearMember(indexes, model, classes);
    }

    double[] probabilities(String text) {
        double[] byLabel = new double[classes];
        if (model != null) {
            double[] estimates = new double[classes];
            Linear.predictProbability(model, vector(text, indexes), estimates);
            for (int i = 0; i < classes; i++) {
                byLabel[model.getLabels()[i]] = estimates[i];
            }
        }
        return byLabel;
    }

    private static Feature[] vector(String text, Map<String, Integer> indexes) {
        Map<Integer, Double> values = new TreeMap<>();
        grams(text).forEach((gram, count) -> {
            Integer index = indexes.get(gram);
            if (index != null) {
                values.put(index, (double) count);
            }
        });
        double length = Math.sqrt(
                values.values().stream().mapToDouble(value -> value * value).sum());
        Feature[] vector = new Feature[values.size() + 1];
        int i = 0;
        for (Map.Entry<Integer, Double> value : values.entrySet()) {
            vector[i++] = new FeatureNode(value.getKey(), value.getValue() / length);
        }
        vector[i] = new FeatureNode(indexes.size() + 1, 1);
        return vector;
    }

    private static Map<String, Integer> grams(String text) {
        Map<String, Integer> grams = new TreeMap<>();
        for (int i = 0; i < text.length(); i++) {
            grams.merge(text.substring(i, i + 1), 1, Integer::sum);
            if (i + 2 <= text.length()) {
                grams.merge(text.substring(i, i + 2), 1, Integer::sum);
            }
        }
        return grams;
    }
}
