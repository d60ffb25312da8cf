package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Features.Vector;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/** Logistic regression by liblinear, one class against the others. */
final class LinearMember {

    private static final double TOLERANCE = 0.01;

    static {
        Linear.disableDebugOutput();
    }

    private final Model model;
    private final int size;
    private final int classes;

    private LinearMember(Model model, int size, int classes) {
        this.model = model;
        this.size = size;
        this.classes = classes;
    }

    /**
     * Learns.
     *
     * @param labels of the vectors, 0 to {@code classes - 1}, at least two different ones
     * @param size of the vectors
     * @param cost of a mistake; the less, the smoother the probabilities
     */
    static LinearMember train(List<Vector> vectors, int[] labels, int classes, int size, double cost) {
        Problem problem = new Problem();
        problem.l = vectors.size();
        problem.n = size + 1;
        problem.bias = 1;
        problem.x = vectors.stream().map(vector -> nodes(vector, size)).toArray(Feature[][]::new);
        problem.y = Arrays.stream(labels).asDoubleStream().toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, TOLERANCE));
        return new LinearMember(model, size, classes);
    }

    double[] probabilities(Vector vector) {
        int[] labels = model.getLabels();
        double[] estimates = new double[labels.length];
        Linear.predictProbability(model, nodes(vector, size), estimates);
        double[] byLabel = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            byLabel[labels[i]] = estimates[i];
        }
        return byLabel;
    }

    /** liblinear counts from 1; the last one stands for what all have in common. */
    private static Feature[] nodes(Vector vector, int size) {
        int[] indexes = vector.indexes();
        Feature[] nodes = new Feature[indexes.length + 1];
        for (int i = 0; i < indexes.length; i++) {
            nodes[i] = new FeatureNode(indexes[i] + 1, vector.values()[i]);
        }
        nodes[indexes.length] = new FeatureNode(size + 1, 1);
        return nodes;
    }
}
