package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.time.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedLimitsTest {

    private static final LimitSettings SETTINGS =
            new LimitSettings(10_000, 150_000, 30, 1_000, 20, Duration.ofSeconds(60), Duration.ofMinutes(60), 1_000);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T04:00:00Z"));
    private final AtomicInteger instances = new AtomicInteger(1);
    private final PublishedLimits limits =
            new PublishedLimits(SETTINGS, new Blocks(SETTINGS, clock), instances::get, clock);

    @Test
    void sendsAMemberAtMostThirtyMessagesInAnyMinute() {
        assertThat(mostWithin(Duration.ofMinutes(1), Duration.ofMinutes(10), messageTo("zhangsan")))
                .isBetween(25, 30);
    }

    @Test
    void sendsAMemberAtMostAThousandMessagesInAnyHour() {
        assertThat(mostWithin(Duration.ofHours(1), Duration.ofHours(3), messageTo("zhangsan")))
                .isBetween(900, 1_000);
    }

    @Test
    void sendsAWebhookAtMostTwentyMessagesInAnyMinute() {
        ApiCall call = new ApiCall("service", "ww1", "webhook/send", null, Map.of("key", "robot"));

        assertThat(mostWithin(Duration.ofMinutes(1), Duration.ofMinutes(10), call))
                .isBetween(15, 20);
    }

    @Test
    void callsAPathAtMostTenThousandTimesInAnyMinute() {
        ApiCall call = new ApiCall("service", "ww1", "kf/send_msg", null, Map.of());
        int admitted = 0;

        for (int millis = 0; millis < 60_000; millis += 5) {
            admitted += admitted(call) ? 1 : 0;
            admitted += admitted(call) ? 1 : 0;
            clock.advance(Duration.ofMillis(5));
        }

        assertThat(admitted).isBetween(9_900, 10_000);
    }

    @Test
    void sharesALimitAmongTheInstancesThatLive() {
        // Given
        instances.set(3);

        // When
        int most = mostWithin(Duration.ofMinutes(1), Duration.ofMinutes(10), messageTo("zhangsan"));

        // Then
        assertThat(most).isBetween(7, 10);
    }

    @Test
    void takesLessWhenAnotherInstanceJoins() {
        // Given
        mostWithin(Duration.ofMinutes(1), Duration.ofMinutes(2), messageTo("zhangsan"));
        instances.set(2);
        clock.advance(Duration.ofMinutes(1));

        // When
        int most = mostWithin(Duration.ofMinutes(1), Duration.ofMinutes(10), messageTo("zhangsan"));

        // Then
        assertThat(most).isBetween(10, 15);
    }

    @Test
    void doesNotLetOneMemberUseUpTheOthers() {
        while (admitted(messageTo("zhangsan"))) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T04:00:00Z"));
        }

        assertThat(admitted(messageTo("lisi"))).isTrue();
    }

    @Test
    void countsNothingForAMessageToManyThatOneOfThemCannotGet() {
        // Given
        while (admitted(messageTo("zhangsan"))) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T04:00:00Z"));
        }
        int beforeLisi = 15;

        // When
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(admitted(messageTo("lisi|zhangsan"))).isFalse();
        }

        // Then
        int admitted = 0;
        while (admitted(messageTo("lisi"))) {
            admitted++;
        }
        assertThat(admitted).isEqualTo(beforeLisi);
    }

    @Test
    void saysFromWhenOnTheCallMayGo() {
        // Given
        WecomCallFailed failure = null;
        while (failure == null) {
            failure = failure(messageTo("zhangsan"));
        }

        // When
        clock.advance(Duration.between(clock.instant(), failure.until()));

        // Then
        assertThat(failure.outcome()).isEqualTo(CallOutcome.THROTTLED);
        assertThat(admitted(messageTo("zhangsan"))).isTrue();
    }

    /** The most that went out within one window, when somebody tries four times a second. */
    private int mostWithin(Duration window, Duration whole, ApiCall call) {
        Instant end = clock.instant().plus(whole);
        Deque<Instant> sent = new ArrayDeque<>();
        int most = 0;
        while (clock.instant().isBefore(end)) {
            if (admitted(call)) {
                sent.add(clock.instant());
            }
            while (!sent.isEmpty() && !sent.peek().isAfter(clock.instant().minus(window))) {
                sent.remove();
            }
            most = Math.max(most, sent.size());
            clock.advance(Duration.ofMillis(250));
        }
        return most;
    }

    private boolean admitted(ApiCall call) {
        return failure(call) == null;
    }

    private @Nullable WecomCallFailed failure(ApiCall call) {
        return catchThrowableOfType(WecomCallFailed.class, () -> limits.admit(call));
    }

    private static ApiCall messageTo(String members) {
        return new ApiCall(
                "service",
                "ww1",
                "message/send",
                JsonNodeFactory.instance.objectNode().put("touser", members),
                Map.of());
    }
}
