package com.wecomesb.understanding.classifier;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of texts whose class was known and not told.
 *
 * @param list one for each text
 */
public record Outcomes(List<Outcome> list, int classes) {

    public Outcomes {
        list = List.copyOf(list);
    }

    /**
     * What a classifier said of one text.
     *
     * @param label the class that is right
     * @param guess the class that it found most probable
     * @param score how sure it was, 0 to 1
     * @param rank of the right class among its guesses, from 1
     */
    public record Outcome(int label, int guess, double score, int rank) {

        static Outcome of(int label, double[] probabilities) {
            int guess = Calibration.best(probabilities);
            long before = IntStream.range(0, probabilities.length)
                    .filter(other -> probabilities[other] > probabilities[label])
                    .count();
            return new Outcome(label, guess, probabilities[guess], (int) before + 1);
        }

        boolean right() {
            return label == guess;
        }
    }

    /**
     * The guesses at or above a score.
     *
     * @param coverage the share of the texts that have one
     * @param precision the share of those that is right; 1 where there is none
     */
    public record Sure(double threshold, double coverage, double precision) {}

    /** The mean of the classes' F1: precision and recall in one, every class counting the same. */
    public double macroF1() {
        return IntStream.range(0, classes).mapToDouble(this::f1).average().orElse(0);
    }

    /** Twice the hits, of all that is and all that is said to be of this class. */
    public double f1(int label) {
        long hits =
                list.stream().filter(one -> one.label() == label && one.right()).count();
        long are = list.stream().filter(one -> one.label() == label).count();
        long said = list.stream().filter(one -> one.guess() == label).count();
        return hits == 0 ? 0 : 2.0 * hits / (are + said);
    }

    /** The share of the texts whose class is among the first guesses. */
    public double amongFirst(int guesses) {
        return share(list.stream().filter(one -> one.rank() <= guesses).count(), list.size());
    }

    public Sure from(double threshold) {
        List<Outcome> sure =
                list.stream().filter(one -> one.score() >= threshold).toList();
        double precision =
                sure.isEmpty() ? 1 : share(sure.stream().filter(Outcome::right).count(), sure.size());
        return new Sure(threshold, share(sure.size(), list.size()), precision);
    }

    /** How many texts of each class, by row, were taken for each class, by column. */
    public int[][] confusion() {
        int[][] table = new int[classes][classes];
        list.forEach(one -> table[one.label()][one.guess()]++);
        return table;
    }

    private static double share(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
