package com.wecomesb.rule.condition;

import com.wecomesb.understanding.Understanding.Guess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code similar: {threshold: 0.7}}: the text is like a question that a reply of the library answers. That reply is
 * {@code match.similar}, and what {@code reply: {similar: true}} sends.
 *
 * @param replies only these replies count; empty: all of them
 * @param threshold 0 to 1, the least score
 * @param askFrom from this score up to the threshold the customer may be asked
 */
record SimilarCondition(Set<String> replies, double threshold, double askFrom) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        Guess nearest = nearest(reading);
        return nearest != null && nearest.score() >= threshold;
    }

    @Override
    public String held(Reading reading) {
        Guess nearest = nearest(reading);
        return nearest == null
                ? ""
                : "与话术“" + nearest.name() + "”的问法相似(" + Score.of(nearest.score()) + ",要求 ≥ " + Score.of(threshold)
                        + ")";
    }

    @Override
    public String failed(Reading reading) {
        Guess nearest = nearest(reading);
        return nearest == null
                ? "没有相似的问法"
                : "最相似的是话术“" + nearest.name() + "”,只有 " + Score.of(nearest.score()) + ",不到 " + Score.of(threshold);
    }

    @Override
    public void variables(Reading reading, Map<String, String> into) {
        Guess nearest = nearest(reading);
        if (nearest != null) {
            into.put(Answering.VARIABLE, nearest.name());
        }
    }

    private @Nullable Guess nearest(Reading reading) {
        for (Guess guess : reading.facts().understanding().answers()) {
            if (replies.isEmpty() || replies.contains(guess.name())) {
                return guess;
            }
        }
        return null;
    }

    @Override
    public double confidence(Reading reading) {
        Guess nearest = nearest(reading);
        return nearest == null ? 0 : nearest.score();
    }

    @Override
    public boolean nearlyHolds(Reading reading) {
        Guess nearest = nearest(reading);
        return nearest != null && nearest.score() >= askFrom;
    }

    @Override
    public Optional<String> guesses(Place place) {
        return Optional.of("similar");
    }
}
