package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.wecomesb.understanding.Sentiment;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code sentiment: negative}, {@code {is: negative, strength: {at-least: 0.5}}}: how the customer says it.
 *
 * @param tones one of these
 * @param strength what its strength is compared with
 */
record SentimentCondition(Set<Tone> tones, @Nullable Comparison strength) implements Condition {

    /** How something is said, as it is written in files in lower case. */
    enum Tone {
        NEGATIVE("负面"),
        NEUTRAL("中性"),
        POSITIVE("正面"),
        /** Negative, and strongly so. */
        ANGRY("愤怒");

        private final String words;

        Tone(String words) {
            this.words = words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean fits(Sentiment sentiment) {
            return this == ANGRY
                    ? sentiment.isAngry()
                    : sentiment.polarity().name().equals(name());
        }
    }

    @Override
    public boolean holds(Reading reading) {
        return isTone(sentiment(reading)) && isStrength(sentiment(reading));
    }

    private boolean isTone(Sentiment sentiment) {
        for (Tone tone : tones) {
            if (tone.fits(sentiment)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStrength(Sentiment sentiment) {
        return strength == null || strength.holds(DoubleNode.valueOf(sentiment.strength()));
    }

    @Override
    public String held(Reading reading) {
        return "语气是" + said(sentiment(reading));
    }

    @Override
    public String failed(Reading reading) {
        Sentiment sentiment = sentiment(reading);
        return !isTone(sentiment) || strength == null
                ? "语气不是" + tones.stream().sorted().map(tone -> tone.words).collect(Collectors.joining("或")) + ",而是"
                        + said(sentiment)
                : "语气的强度 " + Score.of(sentiment.strength()) + " 不是 " + strength.words();
    }

    private static String said(Sentiment sentiment) {
        Tone tone = sentiment.isAngry()
                ? Tone.ANGRY
                : Tone.valueOf(sentiment.polarity().name());
        return tone.words + "(强度 " + Score.of(sentiment.strength()) + ")";
    }

    private static Sentiment sentiment(Reading reading) {
        return reading.facts().understanding().sentiment();
    }
}
