package com.wecomesb.understanding.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * Samples dealt out into parts that have as many of each class; the same seed deals the same.
 *
 * @param <T> a sample
 */
final class Folds<T> {

    private final List<List<T>> folds;

    private Folds(List<List<T>> folds) {
        this.folds = folds;
    }

    /** One part is tested by what was learnt from the others. */
    interface Test<T> {

        void run(List<T> training, List<T> test);
    }

    static <T> Folds<T> of(List<T> samples, ToIntFunction<T> label, int classes, int count, long seed) {
        List<List<T>> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            folds.add(new ArrayList<>());
        }
        Random random = new Random(seed);
        for (int one = 0; one < classes; one++) {
            int wanted = one;
            List<T> ofClass = new ArrayList<>(samples.stream()
                    .filter(sample -> label.applyAsInt(sample) == wanted)
                    .toList());
            Collections.shuffle(ofClass, random);
            for (int i = 0; i < ofClass.size(); i++) {
                folds.get(i % count).add(ofClass.get(i));
            }
        }
        return new Folds<>(folds);
    }

    void forEach(Test<T> test) {
        for (List<T> fold : folds) {
            List<T> training = folds.stream()
                    .filter(other -> other != fold)
                    .flatMap(List::stream)
                    .toList();
            test.run(training, fold);
        }
    }
}
