package com.wecomesb.understanding.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The numbers that stand for a text: the features of some views that training texts had, each view of length 1. */
final class Features {

    private final List<Weight> views;
    private final List<Map<String, Known>> known;
    private final int size;

    private Features(List<Weight> views, List<Map<String, Known>> known, int size) {
        this.views = views;
        this.known = known;
        this.size = size;
    }

    /**
     * A view and how much it counts.
     *
     * @param rareFirst whether a rare feature counts more than a frequent one
     */
    record Weight(View view, double weight, boolean rareFirst) {

        /** A text as several views see it: what is learnt from it several times is looked at once. */
        static List<Set<String>> look(List<Weight> views, String text) {
            return views.stream().map(view -> view.view().of(text)).toList();
        }
    }

    /** Where a feature stands and how much it counts. */
    private record Known(int index, double value) {}

    /** Gets to know the features of training texts, as the views see them. */
    static Features of(List<Weight> views, Collection<List<Set<String>>> texts) {
        List<Map<String, Known>> known = new ArrayList<>();
        int next = 0;
        for (int view = 0; view < views.size(); view++) {
            Map<String, Integer> frequencies = new TreeMap<>();
            for (List<Set<String>> text : texts) {
                text.get(view).forEach(feature -> frequencies.merge(feature, 1, Integer::sum));
            }
            Map<String, Known> ofView = new HashMap<>();
            for (Map.Entry<String, Integer> feature : frequencies.entrySet()) {
                double rare = Math.log((1.0 + texts.size()) / (1.0 + feature.getValue())) + 1;
                ofView.put(
                        feature.getKey(), new Known(next++, views.get(view).rareFirst() ? rare : 1));
            }
            known.add(ofView);
        }
        return new Features(List.copyOf(views), List.copyOf(known), next);
    }

    /** How many features there are. */
    int size() {
        return size;
    }

    Vector of(String text) {
        return of(Weight.look(views, text));
    }

    /** What is not known does not count. */
    Vector of(List<Set<String>> text) {
        List<Known> found = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int view = 0; view < views.size(); view++) {
            int before = found.size();
            double squares = 0;
            for (String feature : text.get(view)) {
                Known one = known.get(view).get(feature);
                if (one != null) {
                    found.add(one);
                    squares += one.value() * one.value();
                }
            }
            double weight = views.get(view).weight() / Math.sqrt(squares);
            found.subList(before, found.size()).forEach(one -> weights.add(weight * one.value()));
        }
        return new Vector(
                found.stream().mapToInt(Known::index).toArray(),
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Sparse: the values that are not 0, in the order of their indexes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Vector(int[] indexes, double[] values) {}
}
