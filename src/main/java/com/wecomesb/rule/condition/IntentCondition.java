package com.wecomesb.rule.condition;

import com.wecomesb.understanding.Understanding;
import com.wecomesb.understanding.Understanding.Guess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code intent: 退货}: what the customer most likely wants is one of these, and that is likely enough.
 *
 * @param threshold 0 to 1, the least score; null: the one that the intent's file says
 * @param askFrom from this score up to the threshold the customer may be asked
 */
record IntentCondition(Set<String> intents, @Nullable Double threshold, double askFrom) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return score(reading) >= least(reading.facts().understanding());
    }

    /** Of the best guess, where it is one of these; else less than any threshold. */
    private double score(Reading reading) {
        List<Guess> guesses = reading.facts().understanding().intents();
        return !guesses.isEmpty() && intents.contains(guesses.get(0).name())
                ? guesses.get(0).score()
                : -1;
    }

    private double least(Understanding understanding) {
        return threshold == null ? understanding.sureFrom() : threshold;
    }

    @Override
    public String held(Reading reading) {
        Understanding understanding = reading.facts().understanding();
        Guess best = understanding.intents().get(0);
        return "意图是“" + best.name() + "”(" + Score.of(best.score()) + ",要求 ≥ " + Score.of(least(understanding)) + ")";
    }

    /** The values that the intent looks for. */
    @Override
    public void variables(Reading reading, Map<String, String> into) {
        into.putAll(reading.facts().understanding().slots());
    }

    @Override
    public String failed(Reading reading) {
        Understanding understanding = reading.facts().understanding();
        String wanted = "意图不是“" + String.join("”或“", intents) + "”";
        if (understanding.intents().isEmpty()) {
            return wanted + "(看不出意图)";
        }
        Guess best = understanding.intents().get(0);
        return intents.contains(best.name())
                ? "意图“" + best.name() + "”只有 " + Score.of(best.score()) + ",不到 " + Score.of(least(understanding))
                : wanted + "(最像“" + best.name() + "”," + Score.of(best.score()) + ")";
    }

    @Override
    public double confidence(Reading reading) {
        return Math.max(0, score(reading));
    }

    @Override
    public boolean nearlyHolds(Reading reading) {
        return score(reading) >= askFrom;
    }

    @Override
    public Optional<String> guesses(Place place) {
        return Optional.of("intent");
    }
}
