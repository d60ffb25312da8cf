package com.wecomesb.understanding.external;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenAI-compatible endpoint that guesses at intents. Customers' texts go there.
 *
 * @param url the whole address, {@code https://host/v1/chat/completions}; empty: none
 * @param key sent as a bearer token; empty: none
 * @param model as the endpoint calls it
 * @param timeout how long the texts of one batch wait for it, all together; after that the local classifiers answer
 * @param budgetPerMinute how many texts an instance may send there in a minute
 * @param concurrency how many calls may be in flight at once
 */
@ConfigurationProperties("esb.understanding.http")
public record HttpClassifierSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String key,
        @DefaultValue("") String model,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("60") int budgetPerMinute,
        @DefaultValue("8") int concurrency) {

    public HttpClassifierSettings {
        url = url.strip();
        require(url.isEmpty() || url.startsWith("https://") || url.startsWith("http://"), "url must be http(s)://…");
        require(url.isEmpty() || !model.isBlank(), "model must be given with the url");
        require(timeout.toMillis() >= 1 && timeout.toSeconds() <= 30, "timeout must be 1ms to 30s");
        require(budgetPerMinute >= 1, "budget-per-minute must be at least 1");
        require(concurrency >= 1 && concurrency <= 256, "concurrency must be 1 to 256");
    }

    boolean isConfigured() {
        return !url.isEmpty();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("esb.understanding.http." + what);
        }
    }

    /** Without the key, and without the address, which may hold one. */
    @Override
    public String toString() {
        return "HttpClassifierSettings[model=" + model + "]";
    }
}
