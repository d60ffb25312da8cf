package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What makes a scheduled action pointless, the same on every database. */
abstract class CancellationContract extends ScheduledSteps {

    CancellationContract(TestDatabase database) {
        super(database);
    }

    @Test
    void anAnswerCancelsIt() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));

        // When
        decide.now(events.kf("m2", "wm1", "好的"));
        decide.now(events.outcomeOf(decided.actionId("schedule"), "done", null));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay SUPPRESSED", "reply kf/send_msg READY");
        assertThat(decided.reasons()).containsExactly("客户又发了消息,不再需要");
        assertThat(decided.payload("reply")).contains("没看懂");
    }

    @Test
    void anAnswerOfAnotherCustomerDoesNot() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));

        // When
        decide.now(events.kf("m2", "wm2", "好的"));

        // Then
        assertThat(decided.actions()).contains("schedule delay READY");
    }

    @Test
    void anAnswerInTheSameBatchCancelsWhatWasBeforeItAndNotWhatItLeadsTo() {
        // When
        decide.now(
                together(events.kf("m1", "wm1", "订单1"), events.kf("m2", "wm1", "订单2"), events.kf("m3", "wm2", "订单3")));

        // Then
        assertThat(decided.actions())
                .containsExactly("schedule delay SUPPRESSED", "schedule delay READY", "schedule delay READY");
    }

    @Test
    void anAnswerAfterTheEndAndBeforeItsDecisionCancelsIt() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        decide.now(together(events.kf("m2", "wm1", "好的"), end));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay SUPPRESSED", "reply kf/send_msg READY");
        assertThat(decided.payload("reply")).contains("没看懂");
    }

    @Test
    void anAnswerCancelsTheReplyThatHasNotStarted() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        decide.now(end(Duration.ofMinutes(30)));

        // When
        decide.now(events.kf("m2", "wm1", "好的"));

        // Then
        assertThat(decided.actions())
                .containsExactly("schedule delay DONE", "reply kf/send_msg SUPPRESSED", "reply kf/send_msg READY");
    }

    @Test
    void afterATakeoverTheReplyIsOfAnEpochThatIsOver() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        decide.now(events.servicerWrote("s1", "wm1"));

        // When
        decide.now(end(Duration.ofMinutes(30)));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
        assertThat(decided.epochs()).containsOnly(1L);
        assertThat(decided.conversationState()).isEqualTo("HUMAN");
    }

    @Test
    void aColleagueWhoAnswersCancelsTheReminder() {
        // Given
        decide.now(together(events.kf("m1", "wm1", "急"), events.kf("m2", "wm2", "急")));

        // When
        decide.now(events.servicerWrote("s1", "wm1"));

        // Then
        assertThat(decided.actions().stream().filter(row -> row.startsWith("schedule")))
                .containsExactly("schedule delay SUPPRESSED", "schedule delay READY");
        assertThat(decided.reasons()).containsExactly("同事已经回复,不再需要");
    }

    @Test
    void whomAColleagueHasAlreadyIsNotHandedOverAgain() {
        // Given
        decide.now(events.kf("m1", "wm1", "等等"));
        decide.now(events.servicerWrote("s1", "wm1"));

        // When
        decide.now(end(Duration.ofMinutes(10)));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay DONE");
        assertThat(decided.conversationState()).isEqualTo("HUMAN");
        assertThat(decided.tags()).containsExactly("等过");
    }
}
