package com.wecomesb.understanding;

import com.wecomesb.understanding.Sentiment.Polarity;
import com.wecomesb.understanding.SentimentWords.Effect;
import com.wecomesb.understanding.SentimentWords.Found;

/**
 * Tells how something was said by the words that it is said with: feelings, how much, whether negated, what comes after a
 * turn, exclamation marks and emoji. One pass over the text. Immutable and thread-safe.
 */
public final class SentimentLexicon {

    /** Longer messages are judged by their beginning, so that no message costs more than its bound. */
    private static final int MAX_CHARACTERS = 1000;

    /** A negation or a degree reaches so many characters far, as in 不是特别满意. */
    private static final int REACH = 4;

    /** 不满意 is nearly as bad as 满意 is good, while 不生气 is hardly pleased. */
    private static final double NOT_GOOD = -0.9;

    private static final double NOT_BAD = -0.3;

    private static final double HARDLY = 0.2;
    private static final double EXCLAMATION = 0.08;
    private static final int MAX_EXCLAMATIONS = 3;

    private final SentimentWords words;

    private SentimentLexicon(SentimentWords words) {
        this.words = words;
    }

    /** The lexicon of the product. */
    public static SentimentLexicon shipped() {
        return new SentimentLexicon(SentimentWords.shipped());
    }

    /**
     * How a text was said.
     *
     * @param text normalised
     */
    public Sentiment of(String text) {
        Reading reading = new Reading();
        int length = Math.min(text.length(), MAX_CHARACTERS);
        String beginning = text.substring(0, length);
        for (int at = 0; at < length; ) {
            Found found = words.at(beginning, at);
            reading.character(beginning.charAt(at));
            found.effects().forEach(reading::word);
            reading.passed(found.end() - at, found.effects().isEmpty());
            at = found.end();
        }
        return reading.sentiment();
    }

    /** What was read so far. Strengths of one direction add up as chances do, never beyond 1. */
    private static final class Reading {

        private double good;
        private double bad;
        private int exclamations;
        private double degree = 1;
        private boolean negated;
        private int sinceModifier;

        void character(char c) {
            if (c == '!') {
                exclamations++;
            }
            if (",.;!?，。；！？、~ \n".indexOf(c) >= 0) {
                forget();
            }
        }

        void word(Effect effect) {
            switch (effect.kind()) {
                // 不是特别满意 is less than 不满意, 特别不满意 is more.
                case DEGREE -> degree *= negated && effect.value() > 1 ? 1 / effect.value() : effect.value();
                case NEGATION -> negated = !negated;
                case TURN -> {
                    good *= effect.value();
                    bad *= effect.value();
                    forget();
                }
                case FEELING -> feeling(effect.value());
            }
        }

        private void feeling(double value) {
            double felt = value * degree * (negated ? value > 0 ? NOT_GOOD : NOT_BAD : 1);
            if (felt > 0) {
                good = together(good, felt);
            } else {
                bad = together(bad, -felt);
            }
            forget();
        }

        private static double together(double one, double other) {
            return 1 - (1 - one) * (1 - Math.min(1, other));
        }

        /** Modifiers reach over a few characters only. */
        void passed(int characters, boolean nothing) {
            sinceModifier = nothing ? sinceModifier + characters : 0;
            if (sinceModifier >= REACH) {
                forget();
            }
        }

        private void forget() {
            degree = 1;
            negated = false;
            sinceModifier = 0;
        }

        Sentiment sentiment() {
            double balance = bad >= good ? bad - good / 2 : good - bad;
            if (balance < HARDLY) {
                return Sentiment.NEUTRAL;
            }
            double strength = Math.min(1, balance + EXCLAMATION * Math.min(MAX_EXCLAMATIONS, exclamations));
            double rounded = Math.round(strength * 100) / 100.0;
            return new Sentiment(bad >= good ? Polarity.NEGATIVE : Polarity.POSITIVE, rounded);
        }
    }
}
