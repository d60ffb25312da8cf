package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.wecom.api.WecomCallFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How the pages of an account are pulled. */
class KfPullerTest {

    @AutoClose
    private final PullFixture pull = new PullFixture();

    @Test
    void appendsAllPagesInOrder() {
        // Given
        pull.wecom.answerInTurn(
                "kf/sync_msg", page("C1", true, "m1", "m2"), page("C2", true, "m3"), page("C3", false, "m4"));

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2", "kf:m3", "kf:m4");
        assertThat(pull.askedCursors()).containsExactly("", "C1", "C2");
        assertThat(pull.cursor()).isEqualTo("C3");
    }

    @Test
    void goesOnAfterAnEmptyPageThatSaysThereIsMore() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", true), page("C2", true), page("C3", false, "m1"));

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1");
        assertThat(pull.cursor()).isEqualTo("C3");
    }

    @Test
    void letsOtherAccountsHaveTheirTurnInALongHistory() {
        // Given
        AtomicInteger pages = new AtomicInteger();
        pull.wecom.answer("kf/sync_msg", request -> page("C" + pages.incrementAndGet(), true, "m" + pages.get()));

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).hasSize(20);
        assertThat(pull.cursor()).isEqualTo("C20");
        assertThat(pull.hints)
                .singleElement()
                .satisfies(hint -> assertThat(hint.key()).isEqualTo("kf:wk1"));
    }

    @Test
    void takesSmallerPagesWhenAWholeOneIsTooLarge() {
        try (PullFixture small = new PullFixture(Map.of("esb.wecom.http.answer-limit", "4KB"))) {
            // Given
            String[] many = IntStream.range(0, 1000).mapToObj(i -> "m" + i).toArray(String[]::new);
            small.wecom.answer(
                    "kf/sync_msg",
                    request -> request.json().path("limit").asInt() > 50
                            ? page("C1", false, many)
                            : page("C1", false, "m0"));

            // When
            small.pull();

            // Then
            assertThat(small.eventIds()).containsExactly("kf:m0");
        }
    }

    @Test
    void pullsAnAccountOnceAtATime() throws Exception {
        // Given
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        pull.wecom.answer("kf/sync_msg", request -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            String page = page("C" + System.nanoTime(), false);
            underWay.decrementAndGet();
            return page;
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);

        // When
        List<Future<?>> pulls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pulls.add(threads.submit(pull::pull));
        }

        // Then
        assertThat(pulls).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(most).hasValue(1);
        threads.shutdownNow();
    }

    @Test
    void failsWithWhatWecomSays() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":48007,\"errmsg\":\"no right\"}");

        // When
        assertThatThrownBy(pull::pull)
                .isInstanceOfSatisfying(
                        WecomCallFailed.class,
                        failure -> assertThat(failure.errcode()).isEqualTo(48007));
    }
}
