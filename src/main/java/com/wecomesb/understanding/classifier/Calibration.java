package com.wecomesb.understanding.classifier;

import com.wecomesb.understanding.classifier.Features.Vector;
import java.util.ArrayList;
import java.util.List;

/** Turns the probabilities of an ensemble, which is too sure of itself, into how often it is right. */
final class Calibration {

    private static final double COST = 1;
    private static final double TINY = 1e-6;
    private static final int[] INDEXES = {0, 1};

    private final LinearMember member;

    private Calibration(LinearMember member) {
        this.member = member;
    }

    /** Collects what an ensemble thought of texts that it had not learnt from. */
    static final class Evidence {

        private final List<Vector> vectors = new ArrayList<>();
        private final List<Integer> right = new ArrayList<>();

        void add(double[] probabilities, int label) {
            vectors.add(surety(probabilities));
            right.add(best(probabilities) == label ? 1 : 0);
        }

        /** One right and one wrong guess are added, so that there is something to learn from both. */
        Calibration learn() {
            vectors.add(new Vector(INDEXES, new double[] {5, 5}));
            right.add(1);
            vectors.add(new Vector(INDEXES, new double[] {-5, 0}));
            right.add(0);
            int[] labels = right.stream().mapToInt(Integer::intValue).toArray();
            return new Calibration(LinearMember.train(vectors, labels, 2, INDEXES.length, COST));
        }
    }

    /** The best class with the probability that it is right; the others share the rest, none above the best. */
    double[] applied(double[] probabilities) {
        int best = best(probabilities);
        double sure = member.probabilities(surety(probabilities))[1];
        double rest = 1 - probabilities[best] + TINY;
        double[] calibrated = new double[probabilities.length];
        for (int label = 0; label < calibrated.length; label++) {
            calibrated[label] =
                    label == best ? sure : Math.min(sure, (1 - sure) * probabilities[label] / rest);
        }
        return calibrated;
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int label = 1; label < probabilities.length; label++) {
            if (probabilities[label] > probabilities[best]) {
                best = label;
            }
        }
        return best;
    }

    /** The odds of the best class, against all others and against the second. */
    private static Vector surety(double[] probabilities) {
        int best = best(probabilities);
        double second = 0;
        for (int label = 0; label < probabilities.length; label++) {
            if (label != best) {
                second = Math.max(second, probabilities[label]);
            }
        }
        double first = probabilities[best];
        return new Vector(
                INDEXES, new double[] {Math.log(first / (1 - first + TINY)), Math.log(first / (second + TINY))});
    }
}
