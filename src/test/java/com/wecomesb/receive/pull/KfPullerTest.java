package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KfPullerTest {

    private static final String TOKEN_EXPIRED =
            "{\"errcode\":95007,\"errmsg\":\"invalid msg token, hint: [1], from ip: 1.2.3.4\"}";

    private final PullFixture pull = new PullFixture();

    @AfterEach
    void close() {
        pull.close();
    }

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
    void goesOnWhereTheLastPullEnded() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", false, "m1"), page("C2", false, "m2"));

        // When
        pull.pull();
        pull.clock.advance(Duration.ofMinutes(1));
        pull.pull();

        // Then
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }

    @Test
    void leavesTheCursorWhereItIsWhenTheBusDoesNotTakeTheEvents() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        pull.busFailsWith(new IllegalStateException("Kafka and database away"));

        // When
        assertThatThrownBy(pull::pull).isInstanceOf(CompletionException.class);

        // Then
        assertThat(pull.cursor()).isEmpty();
    }

    @Test
    void bringsTheSameEventsAgainAfterACrashBeforeTheCursorMoved() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1", "m2"));
        pull.pull();
        pull.database.sql("UPDATE kf_cursor SET cursor_value = ''").update();

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2", "kf:m1", "kf:m2");
        assertThat(pull.events.get(2)).isEqualTo(pull.events.get(0));
        assertThat(pull.cursor()).isEqualTo("C1");
    }

    @Test
    void endsQuietlyWhenAnotherInstanceHasMovedTheCursor() {
        // Given
        pull.wecom.answer("kf/sync_msg", request -> {
            pull.database.sql("UPDATE kf_cursor SET cursor_value = 'OTHER'").update();
            return page("C1", true, "m1");
        });

        // When
        pull.pull();

        // Then
        assertThat(pull.cursor()).isEqualTo("OTHER");
        assertThat(pull.wecom.requests("kf/sync_msg")).hasSize(1);
    }

    @Test
    void asksAgainWithoutTheTokenWhenItHasExpired() {
        // Given
        pull.cursors.move(pull.cursors.of("wk1", "service"), "C0");
        pull.wecom.answerInTurn("kf/sync_msg", TOKEN_EXPIRED, page("C1", true, "m1"), page("C2", false, "m2"));

        // When
        pull.pull();

        // Then
        assertThat(pull.askedCursors()).containsExactly("C0", "C0", "C1");
        assertThat(pull.wecom.requests("kf/sync_msg"))
                .extracting(request -> request.json().has("token"))
                .containsExactly(true, false, false);
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2");
    }

    @Test
    void doesNotUseATokenThatIsTooOld() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false));

        // When
        pull.puller.pull(PullFixture.hint(), pull.clock.instant().minus(Duration.ofMinutes(10)));

        // Then
        assertThat(pull.wecom.requests("kf/sync_msg"))
                .singleElement()
                .satisfies(request -> assertThat(request.json().has("token")).isFalse());
    }

    @Test
    void skipsAHintThatIsOlderThanTheLastFinishedPull() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Instant before = pull.clock.instant();
        pull.clock.advance(Duration.ofSeconds(10));
        pull.pull();

        // When
        pull.puller.pull(PullFixture.hint(), before);

        // Then
        assertThat(pull.wecom.requests("kf/sync_msg")).hasSize(1);
    }

    @Test
    void followsAHintFromBeforeAPullThatDidNotComeToItsEnd() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", "{\"errcode\":-1,\"errmsg\":\"busy\"}", page("C1", false, "m1"));
        Instant before = pull.clock.instant();
        pull.clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(pull::pull).isInstanceOf(WecomCallFailed.class);

        // When
        pull.puller.pull(PullFixture.hint(), before);

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1");
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
    void namesTheCustomersAndAsksForEachOnce() throws JsonProcessingException {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", true, "m1"), page("C2", false, "m2"));
        pull.wecom.answer(
                "kf/customer/batchget",
                "{\"errcode\":0,\"customer_list\":[{\"external_userid\":\"wm1\",\"nickname\":\"张三\",\"unionid\":\"o1\"}]}");

        // When
        pull.pull();

        // Then
        assertThat(pull.data(0).at("/customer/name").asText()).isEqualTo("张三");
        assertThat(pull.data(1).at("/customer/unionid").asText()).isEqualTo("o1");
        assertThat(pull.wecom.requests("kf/customer/batchget")).hasSize(1);
    }

    @Test
    void asksForAtMostAHundredNamesAtOnce() {
        // Given
        String entries = String.join(
                ",",
                IntStream.range(0, 250)
                        .mapToObj(i -> PullFixture.text("m" + i, "wm" + i, 1_700_000_000))
                        .toList());
        pull.wecom.answer(
                "kf/sync_msg", "{\"errcode\":0,\"next_cursor\":\"C1\",\"has_more\":0,\"msg_list\":[" + entries + "]}");

        // When
        pull.pull();

        // Then
        assertThat(pull.wecom.requests("kf/customer/batchget"))
                .extracting(
                        request -> request.json().path("external_userid_list").size())
                .containsExactly(100, 100, 50);
    }

    @Test
    void doesNotWaitForNamesThatWecomDoesNotTell() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", true, "m1"), page("C2", false, "m2"));
        pull.wecom.answer("kf/customer/batchget", "{\"errcode\":48002,\"errmsg\":\"api forbidden\"}");

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2");
        assertThat(pull.wecom.requests("kf/customer/batchget")).hasSize(1);
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
