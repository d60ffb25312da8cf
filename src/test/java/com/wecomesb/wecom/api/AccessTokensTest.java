package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.time.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final JsonNode BODY = JsonNodeFactory.instance.objectNode();
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private static final String EXPIRED = "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}";
    private static final String BAD_SECRET = "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";
    private static final String TOKEN = "{\"errcode\":0,\"access_token\":\"good\",\"expires_in\":7200}";

    private final FakeWecom wecom = new FakeWecom();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T04:00:00Z"));
    private final WecomClient client = WecomApiFixture.api(wecom.url(), Duration.ofSeconds(10), clock, Map.of())
            .client();
    private final ExecutorService threads = Executors.newFixedThreadPool(50);

    @AfterEach
    void close() {
        threads.shutdownNow();
        client.close();
        wecom.close();
    }

    @Test
    void fetchesOneTokenForFiftyCallersAtOnce() throws Exception {
        // Given
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        wecom.answer("gettoken", request -> {
            fetching.countDown();
            await(go);
            return TOKEN;
        });

        // When
        List<Future<?>> calls = inFiftyThreads(() -> call("kf/service_state/get"));
        fetching.await(5, TimeUnit.SECONDS);
        go.countDown();

        // Then
        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));
        assertThat(wecom.requests("gettoken")).hasSize(1);
    }

    @Test
    void replacesAFailedTokenOnceForAllWhoSawItFail() {
        // Given
        call("kf/service_state/get");
        wecom.answer("kf/service_state/get", unlessTokenIs("token-2"));

        // When
        List<Future<?>> calls = inFiftyThreads(() -> call("kf/service_state/get"));

        // Then
        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));
        assertThat(wecom.requests("gettoken")).hasSize(2);
    }

    @Test
    void keepsTheTokenThatSomebodyElseHasFetchedMeanwhile() {
        // Given
        call("kf/service_state/get");
        wecom.answer("kf/service_state/get", unlessTokenIs("token-2"));
        wecom.answer("kf/sync_msg", request -> {
            // While this call is under way with token-1, another one finds out and replaces it.
            if (request.query().endsWith("token-1")) {
                call("kf/service_state/get");
                return EXPIRED;
            }
            return OK;
        });

        // When
        call("kf/sync_msg");

        // Then
        assertThat(wecom.requests("gettoken")).hasSize(2);
        assertThat(wecom.requests("kf/sync_msg"))
                .extracting(FakeWecom.Request::query)
                .containsExactly("access_token=token-1", "access_token=token-2");
    }

    @Test
    void fetchesANewTokenAheadOfTheOldOnesExpiry() {
        // Given
        call("kf/service_state/get");
        clock.advance(Duration.ofMinutes(116));

        // When
        call("kf/service_state/get");

        // Then
        assertThat(wecom.requests("kf/service_state/get"))
                .extracting(FakeWecom.Request::query)
                .containsExactly("access_token=token-1", "access_token=token-2");
    }

    @Test
    void goesOnWithTheOldTokenWhenFetchingAheadFails() {
        // Given
        call("kf/service_state/get");
        wecom.answer("gettoken", BAD_SECRET);
        clock.advance(Duration.ofMinutes(116));

        // When
        call("kf/service_state/get");
        call("kf/service_state/get");

        // Then
        assertThat(wecom.requests("kf/service_state/get"))
                .extracting(FakeWecom.Request::query)
                .containsOnly("access_token=token-1");
        assertThat(wecom.requests("gettoken")).hasSize(2);
    }

    @Test
    void asksLessAndLessOftenWhileTheSecretIsRefused() {
        // Given
        wecom.answer("gettoken", BAD_SECRET);

        // When
        for (int second = 0; second < 3600; second++) {
            assertThat(failure().outcome()).isEqualTo(CallOutcome.CONFIGURATION);
            clock.advance(Duration.ofSeconds(1));
        }

        // Then
        assertThat(wecom.requests("gettoken")).hasSizeBetween(10, 25);
        assertThat(wecom.requests("kf/service_state/get")).isEmpty();
    }

    @Test
    void saysUntilWhenItDoesNotAskAgain() {
        // Given
        wecom.answer("gettoken", BAD_SECRET);
        failure();

        // When
        WecomCallFailed held = failure();

        // Then
        assertThat(held.errcode()).isEqualTo(40001);
        assertThat(held.until()).isEqualTo(clock.instant().plusSeconds(2));
    }

    @Test
    void worksAgainOnceTheSecretIsMended() {
        // Given
        wecom.answerInTurn("gettoken", BAD_SECRET, TOKEN);
        failure();
        clock.advance(Duration.ofSeconds(3));

        // When
        call("kf/service_state/get");

        // Then
        assertThat(wecom.requests("kf/service_state/get")).hasSize(1);
    }

    @Test
    void leavesWecomAloneForAnHourWhenItHasBlockedOurAddress() {
        // Given
        wecom.answer("gettoken", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");

        // When
        WecomCallFailed blocked = failure();
        clock.advance(Duration.ofMinutes(59));
        WecomCallFailed still = failure();

        // Then
        assertThat(blocked.outcome()).isEqualTo(CallOutcome.THROTTLED);
        assertThat(still.until())
                .isEqualTo(blocked.until())
                .isEqualTo(clock.instant().plusSeconds(60));
        assertThat(wecom.requests("gettoken")).hasSize(1);
    }

    @Test
    void hidesTokenAndSecretInWhatItPrints() {
        AccessToken token = new AccessToken("very-secret", clock.instant(), clock.instant());

        assertThat(token.toString()).doesNotContain("very-secret");
    }

    private JsonNode call(String path) {
        return client.call("service", path, BODY, Map.of());
    }

    private WecomCallFailed failure() {
        return catchThrowableOfType(WecomCallFailed.class, () -> call("kf/service_state/get"));
    }

    private List<Future<?>> inFiftyThreads(Runnable work) {
        List<Future<?>> calls = new ArrayList<>();
        for (int thread = 0; thread < 50; thread++) {
            calls.add(threads.submit(work));
        }
        return calls;
    }

    private static Function<FakeWecom.Request, String> unlessTokenIs(String good) {
        return request -> request.query().endsWith("=" + good) ? OK : EXPIRED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
