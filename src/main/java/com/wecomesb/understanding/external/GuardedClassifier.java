package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.NotClassified.Reason;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that cannot hold a batch up: asked on threads of its own, within its budget, no longer than its time, and
 * not while it keeps failing.
 */
final class GuardedClassifier implements AutoCloseable {

    private static final int WINDOW = 20;
    private static final int LEAST_CALLS = 10;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final Classifier classifier;
    private final MeterRegistry meters;
    private final ExecutorService threads;
    private final @Nullable Bucket budget;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "classifier",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(WINDOW)
                    .minimumNumberOfCalls(LEAST_CALLS)
                    .waitDurationInOpenState(LEFT_ALONE)
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build());

    GuardedClassifier(Classifier classifier, MeterRegistry meters) {
        this.classifier = classifier;
        this.meters = meters;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(classifier.concurrency(), task -> {
            Thread thread = new Thread(task, "classifier-" + classifier.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        int perMinute = classifier.budgetPerMinute();
        this.budget = perMinute == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build();
    }

    /** The guesses at those of these texts that were classified in time, by the keys of the texts. */
    Map<String, List<Guess>> ask(Map<String, String> texts, List<IntentExamples> intents) {
        long deadline = System.nanoTime() + classifier.timeout().toNanos();
        Map<String, Future<List<Guess>>> asked = new LinkedHashMap<>();
        texts.forEach((key, text) -> asked.put(key, threads.submit(() -> classify(text, intents, deadline))));
        Map<String, List<Guess>> guesses = new HashMap<>();
        asked.forEach((key, answer) -> {
            String outcome = "answered";
            try {
                guesses.put(key, await(answer, deadline));
            } catch (NotClassified notClassified) {
                outcome = notClassified.reason().word();
            }
            meters.counter("esb.understanding.asked", "classifier", classifier.name(), "outcome", outcome)
                    .increment();
        });
        return guesses;
    }

    private static List<Guess> await(Future<List<Guess>> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new NotClassified(Reason.LATE, "no answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new NotClassified(Reason.LATE, "interrupted while waiting");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NotClassified notClassified) {
                throw notClassified;
            }
            throw new NotClassified(Reason.FAILED, "the classifier failed", failed);
        }
    }

    private List<Guess> classify(String text, List<IntentExamples> intents, long deadline) {
        if (System.nanoTime() >= deadline) {
            throw new NotClassified(Reason.LATE, "its turn came too late");
        }
        if (!breaker.tryAcquirePermission()) {
            throw new NotClassified(Reason.LEFT_ALONE, "failed too often of late");
        }
        if (budget != null && !budget.tryConsume(1)) {
            breaker.releasePermission();
            throw new NotClassified(Reason.OVER_BUDGET, "the budget of this minute is used up");
        }
        long start = breaker.getCurrentTimestamp();
        try {
            List<Guess> guesses = classifier.classify(text, intents);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return guesses;
        } catch (RuntimeException failed) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failed);
            throw failed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        classifier.close();
    }
}
