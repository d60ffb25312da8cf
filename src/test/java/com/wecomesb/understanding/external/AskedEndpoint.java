package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;

/** A classifier that asks a language model over HTTP, and the endpoint that answers as a test says. */
final class AskedEndpoint implements AutoCloseable {

    static final List<IntentExamples> INTENTS = List.of(
            new IntentExamples("return-goods", "退货退款", List.of("我要退货"), Map.of(), 0.5),
            new IntentExamples("complaint", "投诉", List.of("我要投诉"), Map.of(), 0.5));

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final StubEndpoint endpoint = new StubEndpoint();
    private ExternalClassifiers classifiers = classifiers("20s", 1000, 4);

    AskedEndpoint() {
        camel.start();
    }

    StubEndpoint endpoint() {
        return endpoint;
    }

    HttpClassifier classifier(HttpClassifierSettings settings) {
        return new HttpClassifier(settings, camel);
    }

    /** Asks with other limits from now on. */
    void limit(String timeout, int budget, int concurrency) {
        classifiers.close();
        classifiers = classifiers(timeout, budget, concurrency);
    }

    private ExternalClassifiers classifiers(String timeout, int budget, int concurrency) {
        HttpClassifierSettings settings = new HttpClassifierSettings(
                endpoint.url(),
                "sk-secret",
                "small",
                Duration.parse("PT" + timeout.toUpperCase(Locale.ROOT)),
                budget,
                concurrency);
        return new ExternalClassifiers(List.of(classifier(settings)), meters);
    }

    Map<String, List<Guess>> ask(String... texts) {
        Map<String, String> byKey = new HashMap<>();
        for (int i = 0; i < texts.length; i++) {
            byKey.put("m" + i, texts[i]);
        }
        return classifiers.ask(byKey, INTENTS);
    }

    /** How often that came of asking. */
    double asked(String outcome) {
        return meters.counter("esb.understanding.asked", "classifier", "http", "outcome", outcome)
                .count();
    }

    @Override
    public void close() {
        classifiers.close();
        endpoint.close();
        camel.stop();
    }
}
