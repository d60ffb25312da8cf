package com.wecomesb.understanding;

import com.wecomesb.understanding.Sentiment.Polarity;

/** Tells how something was said by the words that it is said with. Immutable and thread-safe. */
public final class SentimentLexicon {

    private SentimentLexicon() {}

    /** The lexicon of the product. */
    public static SentimentLexicon shipped() {
        return new SentimentLexicon();
    }

    /**
     * How a text was said.
     *
     * @param text normalised
     */
    public Sentiment of(String text) {
        return text.contains("垃圾") ? new Sentiment(Polarity.NEGATIVE, 1) : Sentiment.NEUTRAL;
    }
}
