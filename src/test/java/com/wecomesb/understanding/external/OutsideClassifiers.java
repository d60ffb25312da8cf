package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Classifiers outside of the files, as tests need them. */
public final class OutsideClassifiers {

    private OutsideClassifiers() {}

    public static ExternalClassifiers none() {
        return of();
    }

    /** One that answers like this, in this process. */
    public static ExternalClassifiers answering(Function<String, List<Guess>> answers) {
        return of(inProcess(answers));
    }

    static Classifier inProcess(Function<String, List<Guess>> answers) {
        return new Classifier() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public int concurrency() {
                return 4;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(20);
            }

            @Override
            public int budgetPerMinute() {
                return 0;
            }

            @Override
            public List<Guess> classify(String text, List<IntentExamples> intents) {
                return answers.apply(text);
            }

            @Override
            public void close() {}
        };
    }

    static ExternalClassifiers of(Classifier... classifiers) {
        return new ExternalClassifiers(List.of(classifiers), new SimpleMeterRegistry());
    }
}
