package com.wecomesb.understanding;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How something was said.
 *
 * @param polarity the direction
 * @param strength 0 (none) to 1 (very strong)
 */
public record Sentiment(Polarity polarity, double strength) {

    public static final Sentiment NEUTRAL = new Sentiment(Polarity.NEUTRAL, 0);

    /** From here on a negative message is an angry one. */
    public static final double ANGRY = 0.7;

    /** The direction of a sentiment. */
    public enum Polarity {
        NEGATIVE,
        NEUTRAL,
        POSITIVE
    }

    @JsonIgnore
    public boolean isAngry() {
        return polarity == Polarity.NEGATIVE && strength >= ANGRY;
    }
}
