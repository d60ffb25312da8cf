package com.wecomesb.wecom.api;

import static com.wecomesb.wecom.api.WecomCalls.OK;
import static com.wecomesb.wecom.api.WecomCalls.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How long a path is left alone that WeCom throttles. */
class CallThrottleTest {

    @AutoClose
    private final WecomCalls calls = new WecomCalls();

    private final FakeWecom wecom = calls.wecom();

    @Test
    void sendsNothingToAThrottledPathUntilItsWindowIsOver() {
        // Given
        wecom.answerInTurn("kf/send_msg", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}", OK);
        Instant start = calls.clock().instant();

        // When
        WecomCallFailed refused = calls.failure("kf/send_msg", message("a"));
        WecomCallFailed held = calls.failure("kf/send_msg", message("a"));
        calls.client().call("service", "kf/service_state/get", message("a"), Map.of());
        calls.clock().advance(Duration.ofSeconds(60));
        calls.client().call("service", "kf/send_msg", message("a"), Map.of());

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
        calls.failure("kf/send_msg", message("a"));
        calls.clock().advance(Duration.ofSeconds(61));
        Instant second = calls.clock().instant();

        // When
        WecomCallFailed hour = calls.failure("kf/send_msg", message("a"));
        calls.clock().advance(Duration.ofMinutes(61));
        WecomCallFailed day = calls.failure("kf/send_msg", message("a"));

        // Then
        assertThat(hour.until()).isEqualTo(second.plus(Duration.ofMinutes(60)));
        assertThat(day.until()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    }
}
