package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Hint;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pull route does with a hint, and when it is done with it. */
class PullRouteTest {

    private static final Map<String, Object> MORE_OF_THE_POLL = Map.of(KafkaConstants.LAST_POLL_RECORD, false);

    @AutoClose
    private final PullFixture pull = new PullFixture();

    @AutoClose
    private PullRoute route;

    @BeforeEach
    void start() throws Exception {
        route = new PullRoute(pull);
    }

    @Test
    void commitsAfterTheMessagesAreOnTheBus() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));

        // When
        Exchange exchange = route.follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(exchange.getException()).isNull();
        assertThat(pull.eventIds()).containsExactly("kf:m1");
        assertThat(route.commits()).hasValue(1);
    }

    @Test
    void commitsOnceForTheHintsThatWerePolledTogether() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));

        // When
        route.follow(
                PullFixture.hint().at(pull.clock.instant()), Map.of(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, false));
        route.follow(
                PullFixture.hint().at(pull.clock.instant()), Map.of(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, true));

        // Then
        assertThat(route.commits()).hasValue(1);
    }

    @Test
    void commitsAHintWhosePullFailsAndHintsAgainLater() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":-1,\"errmsg\":\"busy\"}");

        // When
        Exchange exchange = route.follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(exchange.getException()).isNull();
        assertThat(route.commits()).hasValue(1);
        assertThat(pull.again.isDue("wk1")).isTrue();
    }

    @Test
    void doesNotFollowAHintWhileTheAccountWaitsForAnother() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":-1,\"errmsg\":\"busy\"}");
        route.follow(PullFixture.hint().at(pull.clock.instant()));

        // When
        route.follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(pull.wecom.requests("kf/sync_msg")).hasSize(1);
        assertThat(route.commits()).hasValue(2);
    }

    @Test
    void leavesWhatOnlyAnOperatorCanMendToTheTick() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":48007,\"errmsg\":\"no right\"}");

        // When
        route.follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(pull.again.isDue("wk1")).isFalse();
        assertThat(route.commits()).hasValue(1);
    }

    @Test
    void passesOverARecordThatIsNoHint() {
        Exchange exchange = route.follow(new Hint("kf:wk1", "no hint", pull.clock.instant()));

        assertThat(exchange.getException()).isNull();
        assertThat(route.commits()).hasValue(1);
    }

    @Test
    void followsOneOfTheHintsAtAnAccountThatWerePolledTogether() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Hint hint = PullFixture.hint().at(pull.clock.instant());

        // When
        route.follow(hint, MORE_OF_THE_POLL);
        route.follow(hint);
        List<String> ofThePoll = pull.askedCursors();
        route.follow(hint);

        // Then
        assertThat(ofThePoll).containsExactly("");
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }

    @Test
    void followsTheHintsOfThePollAfterOneThatEndedWithNoHint() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Hint hint = PullFixture.hint().at(pull.clock.instant());

        // When
        route.follow(hint, MORE_OF_THE_POLL);
        route.follow(new Hint("kf:wk1", "no hint", pull.clock.instant()));
        route.follow(hint);

        // Then
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }
}
