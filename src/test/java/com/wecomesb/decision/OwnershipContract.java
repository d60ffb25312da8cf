package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the bot speaks and when it leaves a conversation to people, the same on every database. */
abstract class OwnershipContract extends DecideStep {

    OwnershipContract(TestDatabase database) {
        super(database);
    }

    @Test
    void anOldMessageIsLeftToPeopleOnceAndNeverAnswered() {
        // When
        decide.now(together(
                events.kfAgo("m1", "wm1", "我想退货", Duration.ofHours(2)),
                events.kfAgo("m2", "wm1", "在吗", Duration.ofHours(1))));

        // Then
        assertThat(decided.actions()).containsExactly("reply kf/service_state/trans READY");
        assertThat(decided.outcome("m1")).isEqualTo("TOO_LATE null");
        assertThat(decided.outcome("m2")).isEqualTo("WITH_PEOPLE null");
        assertThat(decided.conversationState()).isEqualTo("WAITING");
    }

    @Test
    void whoIsNoTesterIsLeftToPeople() {
        // When
        decide.now(events.kf("m1", "wm1", "我想退货", "wkTesters"));
        decide.now(events.kf("m2", "wmTester", "我想退货", "wkTesters"));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("NOT_SERVED null");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED refund-request");
    }

    @Test
    void theShadowDecidesAndSendsNothing() {
        // When
        decide.now(events.kf("m1", "wm1", "我想退货", "wkShadow"));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("SHADOW null");
        assertThat(decided.actions()).containsExactly("reply kf/service_state/trans READY");
        assertThat(decided.explanation("m1")).contains("refund-request");
    }

    @Test
    void theFarewellOfAHandoffCarriesTheNewEpochAndGoesBeforeIt() {
        // When
        decide.now(events.kf("m1", "wm1", "转人工"));

        // Then
        assertThat(decided.actions())
                .containsExactly(
                        "reply kf/send_msg READY", "notify message/send READY", "reply kf/service_state/trans READY");
        assertThat(decided.epochs()).containsOnly(2L);
    }

    @Test
    void theBotIsSilentWhileAColleagueHasTheConversationAndBackAfterItsEnd() {
        // Given
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.now(events.servicerWrote("m2", "wm1"));

        // When
        decide.now(events.kf("m3", "wm1", "我想退货"));
        decide.now(events.sessionEnded("m4", "wm1"));
        decide.now(events.kf("m5", "wm1", "我想退货"));

        // Then
        assertThat(decided.outcome("m3")).isEqualTo("WITH_PEOPLE null");
        assertThat(decided.outcome("m5")).isEqualTo("DECIDED refund-request");
    }
}
