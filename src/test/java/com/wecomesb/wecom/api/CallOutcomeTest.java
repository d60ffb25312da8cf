package com.wecomesb.wecom.api;

import static com.wecomesb.wecom.api.WecomCalls.OK;
import static com.wecomesb.wecom.api.WecomCalls.failure;
import static com.wecomesb.wecom.api.WecomCalls.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is known of a call after it did not go well. */
class CallOutcomeTest {

    @AutoClose
    private final WecomCalls calls = new WecomCalls();

    private final FakeWecom wecom = calls.wecom();

    @Test
    void reportsAnUnknownResultWhenTheAnswerDoesNotComeInTime() {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        wecom.answer("kf/send_msg", request -> waitFor(over));
        wecom.answer("kf/sync_msg", request -> waitFor(over));
        try (WecomClient impatient = calls.client(wecom.url(), Duration.ofMillis(700))) {
            // When
            WecomCallFailed sending = failure(impatient, "kf/send_msg", message("a"));
            WecomCallFailed reading = failure(impatient, "kf/sync_msg", message("a"));

            // Then
            assertThat(sending.outcome()).isEqualTo(CallOutcome.UNKNOWN);
            assertThat(reading.outcome()).isEqualTo(CallOutcome.RETRY_LATER);
        } finally {
            over.countDown();
        }
    }

    @Test
    void endsACallInTimeEvenIfItsAnswerTrickles() {
        // Given
        wecom.trickle("message/send");
        try (WecomClient impatient = calls.client(wecom.url(), Duration.ofMillis(700))) {
            // When
            Instant start = Instant.now();
            WecomCallFailed failure = failure(impatient, "message/send", message("a"));

            // Then
            assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void readsNoMoreOfAnAnswerThanItsLimit() {
        // Given
        wecom.answer("kf/send_msg", "{\"a\":\"" + "x".repeat(200_000) + "\"}");
        Map<String, String> small = Map.of("esb.wecom.http.answer-limit", "100KB");
        try (WecomClient careful = WecomApiFixture.api(wecom.url(), Duration.ofSeconds(5), calls.clock(), small)
                .client()) {
            // When
            WecomCallFailed failure = failure(careful, "kf/send_msg", message("a"));

            // Then
            assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        }
    }

    @Test
    void reportsAnUnknownResultWhenTheConnectionIsLostAfterSending() {
        // Given
        wecom.answer("message/send", request -> {
            throw new FakeWecom.ConnectionLost();
        });

        // When
        WecomCallFailed failure = calls.failure("message/send", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(wecom.requests("message/send")).hasSize(1);
    }

    @Test
    void retriesLaterWhenNothingReachedWecom() throws IOException {
        // Given
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (WecomClient unreachable = calls.client(closed, Duration.ofSeconds(10))) {
            // When
            WecomCallFailed failure = failure(unreachable, "message/send", message("a"));

            // Then
            assertThat(failure.outcome()).isEqualTo(CallOutcome.RETRY_LATER);
        }
    }

    @Test
    void takesNoResultFromAServerError() {
        // Given
        wecom.answer("message/send", "HTTP 502");

        // When
        WecomCallFailed failure = calls.failure("message/send", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(failure.reason()).contains("502");
    }

    @Test
    void doesNotTakeAPageForAnAnswer() {
        // Given
        wecom.answer("message/send", "<html>请登录上网认证 secret-page</html>");

        // When
        WecomCallFailed failure = calls.failure("message/send", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(failure).hasNoCause();
    }

    @Test
    void failsWhenOurRecipientIsAmongTheRefused() {
        // Given
        wecom.answer(
                "message/send", "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"lisi|zhangsan\",\"msgid\":\"x\"}");

        // When
        WecomCallFailed failure = calls.failure("message/send", message("a").put("touser", "ZhangSan"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.PERMANENT);
        assertThat(failure.errcode()).isEqualTo(81013);
    }

    @Test
    void failsWhenOurRecipientHasNoLicence() {
        // Given
        wecom.answer(
                "message/send", "{\"errcode\":0,\"unlicenseduser\":\"zhangsan\",\"invaliduser\":\"\",\"msgid\":\"x\"}");

        // When
        WecomCallFailed failure = calls.failure("message/send", message("a").put("touser", "ZhangSan"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return OK;
    }
}
