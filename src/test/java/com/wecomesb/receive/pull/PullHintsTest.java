package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.wecom.api.WecomCallFailed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When a hint leads to a pull, and with which token. */
class PullHintsTest {

    private static final String TOKEN_EXPIRED =
            "{\"errcode\":95007,\"errmsg\":\"invalid msg token, hint: [1], from ip: 1.2.3.4\"}";

    @AutoClose
    private final PullFixture pull = new PullFixture();

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
}
