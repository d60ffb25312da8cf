package com.wecomesb.understanding.external;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A text classifier of the BERT family in a file, run in this process.
 *
 * @param model the path of the {@code .onnx} file; empty: none
 * @param vocab the path of its {@code vocab.txt}
 * @param labels the path of a text file that names the intent of each output, one on a line
 * @param maxTokens how much of a text it sees, 8 to 512
 * @param timeout how long the texts of one batch wait for it, all together; after that the files of {@code intents/}
 *     answer
 * @param concurrency how many texts it works on at once
 */
@ConfigurationProperties("esb.understanding.onnx")
public record OnnxSettings(
        @DefaultValue("") String model,
        @DefaultValue("") String vocab,
        @DefaultValue("") String labels,
        @DefaultValue("128") int maxTokens,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("2") int concurrency) {

    public OnnxSettings {
        require(
                model.isBlank() || !(vocab.isBlank() || labels.isBlank()),
                "vocab and esb.understanding.onnx.labels must be given with the model");
        require(maxTokens >= 8 && maxTokens <= 512, "max-tokens must be 8 to 512");
        require(timeout.toMillis() >= 1 && timeout.toSeconds() <= 30, "timeout must be 1ms to 30s");
        require(concurrency >= 1 && concurrency <= 64, "concurrency must be 1 to 64");
    }

    boolean isConfigured() {
        return !model.isBlank();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("esb.understanding.onnx." + what);
        }
    }
}
