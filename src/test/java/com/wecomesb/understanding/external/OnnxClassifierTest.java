package com.wecomesb.understanding.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxClassifierTest {

    private static final List<String> VOCABULARY =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "退", "货", "投", "诉", "return", "##ed");
    private static final List<String> LABELS = List.of("return-goods", "complaint", "unused");
    private static final float[][] WEIGHTS = {
        {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {2, 0, 0}, {1, 0, 0}, {0, 2, 0}, {0, 2, 0}, {3, 0, 0}, {0, 0, 9}
    };
    private static final List<IntentExamples> INTENTS = List.of(intent("return-goods"), intent("complaint"));

    @TempDir
    private Path folder;

    private static IntentExamples intent(String id) {
        return new IntentExamples(id, id, List.of(), Map.of(), 0.5);
    }

    private OnnxClassifier classifier(List<String> inputs, List<String> labels) throws IOException {
        return classifier(TinyModel.of(WEIGHTS, inputs), labels);
    }

    private OnnxClassifier classifier(byte[] model, List<String> labels) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), model);
        OnnxSettings settings = new OnnxSettings(file.toString(), "vocab", "labels", 16, Duration.ofSeconds(20), 2);
        return new OnnxClassifier(settings, new WordPieces(VOCABULARY), labels);
    }

    @Test
    void theGuessesAreTheProbabilitiesOfTheLabelsThatAreIntents() throws IOException {
        try (OnnxClassifier classifier = classifier(List.of("input_ids", "attention_mask", "token_type_ids"), LABELS)) {
            // When
            List<Guess> guesses = classifier.classify("我要退货!", INTENTS);
            // Then
            double all = Math.exp(3) + 2;
            assertThat(guesses).extracting(Guess::name).containsExactly("return-goods", "complaint");
            assertThat(guesses.get(0).score()).isCloseTo(Math.exp(3) / all, within(1e-5));
            assertThat(guesses.get(1).score()).isCloseTo(1 / all, within(1e-5));
        }
    }

    @Test
    void aModelNeedNotTakeAllInputs() throws IOException {
        try (OnnxClassifier classifier = classifier(List.of("input_ids"), LABELS)) {
            // When
            List<Guess> guesses = classifier.classify("投诉", INTENTS);
            // Then
            assertThat(guesses).extracting(Guess::name).startsWith("complaint");
        }
    }

    @Test
    void itAnswersBehindTheSameFaceAsAnEndpoint() throws IOException {
        try (ExternalClassifiers classifiers = OutsideClassifiers.of(classifier(List.of("input_ids"), LABELS))) {
            // When
            Map<String, List<Guess>> answers = classifiers.ask(Map.of("a", "退货", "b", "投诉"), INTENTS);
            // Then
            assertThat(answers.get("a").get(0).name()).isEqualTo("return-goods");
            assertThat(answers.get("b").get(0).name()).isEqualTo("complaint");
        }
    }

    @Test
    void asManyLabelsAsOutputsAreNeeded() {
        // When
        assertThatThrownBy(() -> classifier(List.of("input_ids"), List.of("return-goods")))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has 3 outputs, but there are 1 labels");
    }

    @Test
    void aModelThatAsksForSomethingElseIsRefused() {
        // When
        assertThatThrownBy(() -> classifier(List.of("input_ids", "pixel_values"), LABELS))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other inputs");
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        // When
        assertThatThrownBy(() -> classifier(new byte[] {1, 2, 3}, LABELS))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be loaded");
    }
}
