package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.time.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WecomClientTest {

    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeWecom wecom = new FakeWecom();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T04:00:00Z"));
    private final WecomApi api = api(wecom.url(), Duration.ofSeconds(10));
    private final WecomClient client = api.client();

    @AfterEach
    void close() {
        client.close();
        wecom.close();
    }

    @Test
    void addsTheTokenToTheUrlAndOnlyThere() {
        // Given
        wecom.answer("kf/send_msg", OK);

        // When
        JsonNode answer = client.call("service", "kf/send_msg", message("你好"), Map.of());

        // Then
        assertThat(answer.path("msgid").asText()).isEqualTo("m");
        assertThat(wecom.requests("kf/send_msg")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).isEqualTo("access_token=token-1");
            assertThat(request.body()).doesNotContain("token-1");
        });
    }

    @Test
    void sendsChineseAndEmojiUnescaped() {
        client.call("service", "kf/send_msg", message("退货😀"), Map.of());

        assertThat(wecom.requests("kf/send_msg"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body()).contains("退货😀").doesNotContain("\\u"));
    }

    @Test
    void getsWithItsQueryWhenThereIsNoBody() {
        client.call("service", "kf/servicer/list", null, Map.of("open_kfid", "wk 1"));

        assertThat(wecom.requests("kf/servicer/list")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.query()).contains("open_kfid=wk+1").contains("access_token=token-1");
        });
    }

    @Test
    void usesOneTokenForManyCalls() {
        client.call("service", "kf/send_msg", message("a"), Map.of());
        client.call("service", "kf/send_msg", message("b"), Map.of());

        assertThat(wecom.requests("gettoken")).hasSize(1);
    }

    @Test
    void repeatsOnceWithAFreshTokenAfterItExpired() {
        // Given
        wecom.answerInTurn("kf/send_msg", "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}", OK);

        // When
        client.call("service", "kf/send_msg", message("a"), Map.of());

        // Then
        assertThat(wecom.requests("kf/send_msg"))
                .extracting(FakeWecom.Request::query)
                .containsExactly("access_token=token-1", "access_token=token-2");
    }

    @Test
    void repeatsOnlyOnceWhenTheFreshTokenIsRefusedToo() {
        // Given
        wecom.answer("kf/send_msg", "{\"errcode\":40014,\"errmsg\":\"invalid access_token\"}");

        // When
        WecomCallFailed failure = failureOf("kf/send_msg", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.RETRY_LATER);
        assertThat(failure.errcode()).isEqualTo(40014);
        assertThat(wecom.requests("kf/send_msg")).hasSize(2);
    }

    @Test
    void takesARepeatedRefusalOfTheSecretAsAMatterOfConfiguration() {
        // Given
        wecom.answer("kf/send_msg", "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");

        // When
        WecomCallFailed failure = failureOf("kf/send_msg", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
        assertThat(wecom.requests("kf/send_msg")).hasSize(2);
    }

    @Test
    void sendsNothingToAThrottledPathUntilItsWindowIsOver() {
        // Given
        wecom.answerInTurn("kf/send_msg", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}", OK);
        Instant start = clock.instant();

        // When
        WecomCallFailed refused = failureOf("kf/send_msg", message("a"));
        WecomCallFailed held = failureOf("kf/send_msg", message("a"));
        client.call("service", "kf/service_state/get", message("a"), Map.of());
        clock.advance(Duration.ofSeconds(60));
        client.call("service", "kf/send_msg", message("a"), Map.of());

        // Then
        assertThat(refused.outcome()).isEqualTo(CallOutcome.THROTTLED);
        assertThat(refused.until()).isEqualTo(start.plusSeconds(60));
        assertThat(held.until()).isEqualTo(start.plusSeconds(60));
        assertThat(wecom.requests("kf/send_msg")).hasSize(2);
    }

    @Test
    void waitsLongerWhenWecomThrottlesAgainRightAfterTheBlock() {
        // Given
        wecom.answer("kf/send_msg", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        failureOf("kf/send_msg", message("a"));
        clock.advance(Duration.ofSeconds(61));
        Instant second = clock.instant();

        // When
        WecomCallFailed hour = failureOf("kf/send_msg", message("a"));
        clock.advance(Duration.ofMinutes(61));
        WecomCallFailed day = failureOf("kf/send_msg", message("a"));

        // Then
        assertThat(hour.until()).isEqualTo(second.plus(Duration.ofMinutes(60)));
        assertThat(day.until()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    }

    @Test
    void reportsAnUnknownResultWhenTheAnswerDoesNotComeInTime() {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        wecom.answer("kf/send_msg", request -> waitFor(over));
        wecom.answer("kf/sync_msg", request -> waitFor(over));
        try (WecomClient impatient = api(wecom.url(), Duration.ofMillis(700)).client()) {
            // When
            WecomCallFailed sending = failureOf(impatient, "kf/send_msg", message("a"));
            WecomCallFailed reading = failureOf(impatient, "kf/sync_msg", message("a"));

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
        try (WecomClient impatient = api(wecom.url(), Duration.ofMillis(700)).client()) {
            // When
            Instant start = Instant.now();
            WecomCallFailed failure = failureOf(impatient, "message/send", message("a"));

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
        try (WecomClient careful = WecomApiFixture.api(wecom.url(), Duration.ofSeconds(5), clock, small)
                .client()) {
            // When
            WecomCallFailed failure = failureOf(careful, "kf/send_msg", message("a"));

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
        WecomCallFailed failure = failureOf("message/send", message("a"));

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
        try (WecomClient unreachable = api(closed, Duration.ofSeconds(10)).client()) {
            // When
            WecomCallFailed failure = failureOf(unreachable, "message/send", message("a"));

            // Then
            assertThat(failure.outcome()).isEqualTo(CallOutcome.RETRY_LATER);
        }
    }

    @Test
    void takesNoResultFromAServerError() {
        // Given
        wecom.answer("message/send", "HTTP 502");

        // When
        WecomCallFailed failure = failureOf("message/send", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(failure.reason()).contains("502");
    }

    @Test
    void doesNotTakeAPageForAnAnswer() {
        // Given
        wecom.answer("message/send", "<html>请登录上网认证 secret-page</html>");

        // When
        WecomCallFailed failure = failureOf("message/send", message("a"));

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
        WecomCallFailed failure = failureOf("message/send", message("a").put("touser", "ZhangSan"));

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
        WecomCallFailed failure = failureOf("message/send", message("a").put("touser", "ZhangSan"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
    }

    @Test
    void doesNotCallForAnAppWithoutSecret() {
        assertThatThrownBy(() -> client.call("receiver", "kf/send_msg", null, Map.of()))
                .isInstanceOfSatisfying(WecomCallFailed.class, failure -> {
                    assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
                    assertThat(failure.reason()).contains("secret");
                });
        assertThat(wecom.requests("gettoken")).isEmpty();
    }

    @Test
    void callsAWebhookWithItsKeyAndWithoutAToken() {
        client.call("receiver", "webhook/send", message("a"), Map.of("key", "robot-key"));

        assertThat(wecom.requests("webhook/send"))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).isEqualTo("key=robot-key"));
        assertThat(wecom.requests("gettoken")).isEmpty();
    }

    @Test
    void refusesAPathThatLeavesTheApi() {
        assertThatThrownBy(() -> client.call("service", "../admin?x=1", null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void remembersTheAddressThatWecomRefuses() {
        // Given
        wecom.answer("gettoken", "{\"errcode\":60020,\"errmsg\":\"not allow, hint: [1], from ip: 203.0.113.7, more\"}");

        // When
        WecomCallFailed failure = failureOf("kf/send_msg", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
        assertThat(failure.reason()).contains("203.0.113.7");
        assertThat(api.diary().lastCall("service")).hasValueSatisfying(entry -> {
            assertThat(entry.errcode()).isEqualTo(60020);
            assertThat(entry.address()).isEqualTo("203.0.113.7");
        });
    }

    private WecomCallFailed failureOf(String path, @Nullable JsonNode body) {
        return failureOf(client, path, body);
    }

    private static WecomCallFailed failureOf(WecomClient client, String path, @Nullable JsonNode body) {
        return catchThrowableOfType(WecomCallFailed.class, () -> client.call("service", path, body, Map.of()));
    }

    private static ObjectNode message(String text) {
        ObjectNode message = JSON.createObjectNode().put("msgtype", "text");
        message.putObject("text").put("content", text);
        return message;
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return OK;
    }

    private WecomApi api(URI url, Duration timeout) {
        return WecomApiFixture.api(url, timeout, clock, Map.of());
    }
}
