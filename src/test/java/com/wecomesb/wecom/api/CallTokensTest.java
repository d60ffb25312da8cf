package com.wecomesb.wecom.api;

import static com.wecomesb.wecom.api.WecomCalls.OK;
import static com.wecomesb.wecom.api.WecomCalls.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which token a call bears, and what becomes of one that is refused. */
class CallTokensTest {

    @AutoClose
    private final WecomCalls calls = new WecomCalls();

    private final FakeWecom wecom = calls.wecom();

    @Test
    void usesOneTokenForManyCalls() {
        calls.client().call("service", "kf/send_msg", message("a"), Map.of());
        calls.client().call("service", "kf/send_msg", message("b"), Map.of());

        assertThat(wecom.requests("gettoken")).hasSize(1);
    }

    @Test
    void repeatsOnceWithAFreshTokenAfterItExpired() {
        // Given
        wecom.answerInTurn("kf/send_msg", "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}", OK);

        // When
        calls.client().call("service", "kf/send_msg", message("a"), Map.of());

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
        WecomCallFailed failure = calls.failure("kf/send_msg", message("a"));

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
        WecomCallFailed failure = calls.failure("kf/send_msg", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
        assertThat(wecom.requests("kf/send_msg")).hasSize(2);
    }

    @Test
    void doesNotCallForAnAppWithoutSecret() {
        assertThatThrownBy(() -> calls.client().call("receiver", "kf/send_msg", null, Map.of()))
                .isInstanceOfSatisfying(WecomCallFailed.class, failure -> {
                    assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
                    assertThat(failure.reason()).contains("secret");
                });
        assertThat(wecom.requests("gettoken")).isEmpty();
    }

    @Test
    void remembersTheAddressThatWecomRefuses() {
        // Given
        wecom.answer("gettoken", "{\"errcode\":60020,\"errmsg\":\"not allow, hint: [1], from ip: 203.0.113.7, more\"}");

        // When
        WecomCallFailed failure = calls.failure("kf/send_msg", message("a"));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.CONFIGURATION);
        assertThat(failure.reason()).contains("203.0.113.7");
        assertThat(calls.api().diary().lastCall("service")).hasValueSatisfying(entry -> {
            assertThat(entry.errcode()).isEqualTo(60020);
            assertThat(entry.address()).isEqualTo("203.0.113.7");
        });
    }
}
