package com.wecomesb.understanding.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.understanding.Understanding.Guess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a language model that is slow, dear or broken does to a batch. */
@Timeout(60)
class ClassifierFaultsTest {

    @AutoClose
    private final AskedEndpoint asking = new AskedEndpoint();

    private final StubEndpoint endpoint = asking.endpoint();

    static Stream<Arguments> faults() {
        return Stream.of(
                argumentSet("an error", 500, "{}"),
                argumentSet("a refusal", 401, "{\"error\": \"bad key\"}"),
                argumentSet("a redirection", 302, ""),
                argumentSet("an endless answer", 200, "x".repeat(300_000)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNoAnswer(int status, String body) {
        // Given
        endpoint.answers(status, body);
        // When
        Map<String, List<Guess>> answers = asking.ask("我要投诉");
        // Then
        assertThat(answers).isEmpty();
        assertThat(asking.asked("failed")).isEqualTo(1);
        assertThat(endpoint.calls()).hasSize(1);
    }

    @Test
    void aWholeAnswerThatIsNotJsonIsNoAnswer() {
        // Given
        endpoint.answers(200, "<html>");
        // When
        Map<String, List<Guess>> answers = asking.ask("我要投诉");
        // Then
        assertThat(answers).isEmpty();
        assertThat(asking.asked("unusable")).isEqualTo(1);
    }

    @Test
    void anEndpointThatHangsHoldsABatchNoLongerThanItsTime() {
        // Given
        asking.limit("0.3s", 1000, 2);
        endpoint.hangs();
        long start = System.nanoTime();
        // When
        Map<String, List<Guess>> answers = asking.ask("一", "二", "三", "四", "五", "六");
        // Then
        assertThat(answers).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBodyThatNeverEndsIsLate() {
        // Given
        asking.limit("0.3s", 1000, 2);
        endpoint.breaksOff();
        // When
        Map<String, List<Guess>> answers = asking.ask("我要投诉");
        // Then
        assertThat(answers).isEmpty();
    }

    @Test
    void theTextsOfABatchAreAskedAboutAtTheSameTime() {
        // Given
        CyclicBarrier all = new CyclicBarrier(4);
        endpoint.behave(call -> {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IOException(alone);
            }
            StubEndpoint.send(call, 200, StubEndpoint.completion("{\"intent\": \"complaint\", \"confidence\": 0.8}"));
        });
        // When
        Map<String, List<Guess>> answers = asking.ask("一", "二", "三", "四");
        // Then
        assertThat(answers).hasSize(4);
    }

    @Test
    void aBudgetThatIsUsedUpSendsNothing() {
        // Given
        asking.limit("20s", 2, 4);
        endpoint.says("{\"intent\": \"complaint\", \"confidence\": 0.8}");
        // When
        Map<String, List<Guess>> answers = asking.ask("一", "二", "三", "四", "五");
        // Then
        assertThat(answers).hasSize(2);
        assertThat(endpoint.calls()).hasSize(2);
        assertThat(asking.asked("over-budget")).isEqualTo(3);
    }

    @Test
    void anEndpointThatKeepsFailingIsLeftAlone() {
        // Given
        endpoint.answers(500, "");
        for (int i = 0; i < 10; i++) {
            asking.ask("我要投诉");
        }
        // When
        Map<String, List<Guess>> answers = asking.ask("我要投诉");
        // Then
        assertThat(answers).isEmpty();
        assertThat(endpoint.calls()).hasSize(10);
        assertThat(asking.asked("left-alone")).isEqualTo(1);
    }

    @Test
    void whatTheFirstClassifierDoesNotAnswerTheNextIsAsked() {
        // Given
        endpoint.answers(500, "");
        HttpClassifierSettings settings =
                new HttpClassifierSettings(endpoint.url(), "", "small", Duration.ofSeconds(20), 10, 2);
        Classifier next = OutsideClassifiers.inProcess(text -> List.of(new Guess("complaint", 0.7)));
        try (ExternalClassifiers both = OutsideClassifiers.of(asking.classifier(settings), next)) {
            // When
            Map<String, List<Guess>> answers = both.ask(Map.of("m", "我要投诉"), AskedEndpoint.INTENTS);
            // Then
            assertThat(answers).containsEntry("m", List.of(new Guess("complaint", 0.7)));
        }
    }
}
