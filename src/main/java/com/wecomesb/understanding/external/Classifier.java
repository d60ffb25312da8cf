package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import java.time.Duration;
import java.util.List;

/** Guesses at what a customer wants. Thread-safe. */
interface Classifier extends AutoCloseable {

    /** Its name in measures. */
    String name();

    /** How many texts it may be asked about at a time. */
    int concurrency();

    /** How long the texts of a batch wait for it, all together. */
    Duration timeout();

    /** How many texts it may be asked about in a minute; 0: any number. */
    int budgetPerMinute();

    /**
     * The guesses, the best first, none when it sees none of these intents. Called on a thread of its own.
     *
     * @throws NotClassified when it does not answer, or answers what cannot be used
     */
    List<Guess> classify(String text, List<IntentExamples> intents);

    @Override
    void close();
}
