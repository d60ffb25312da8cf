package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a scheduled action in the decide step, the same on every database. */
abstract class ScheduleContract extends DecideStep {

    private static final String RULES = """
            rules:
              - id: ask-later
                when: {regex: "订单(?P<order>[0-9]+)"}
                then:
                  - schedule: {after: 30m, unless: answered, then: [{reply: solved}]}
              - id: tell-later
                when: {keywords: 急}
                then:
                  - handoff: {}
                  - schedule: {after: 5m, unless: served, then: [{notify: {to: 售后组, text: 还没有人回复}}]}
              - id: hand-over-later
                when: {keywords: 等等}
                then: [{schedule: {after: 10m, then: [{handoff: 售后组}, {tag: 等过}]}}]
              - id: tomorrow
                when: {keywords: 明早}
                then: [{schedule: {at: "09:30", then: [{reply: solved}]}}]
              - id: look-later
                when: {keywords: 再查}
                then:
                  - schedule:
                      after: 1h
                      unless: answered
                      then:
                        - shop: {do: order-find, as: order, with: {id: "1"}}
                          found: [{schedule: {after: 1h, then: [{reply: {text: "{{ event.text }}:{{ order.status }}"}}]}}]
            """;
    private static final String REPLIES = """
            replies:
              - id: solved
                messages: [{text: "{{ contact.name }},订单 {{ match.order }} 的问题解决了吗?"}]
              - id: fallback
                messages: [{text: 没看懂}]
            """;

    ScheduleContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void follow() {
        decide.follow(RULES, REPLIES);
    }

    @Test
    void whatIsScheduledIsARowThatNobodyPerforms() {
        // When
        decide.now(events.kf("m1", "wm1", "订单1"));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay READY");
        assertThat(decided.dueAt(decided.actionId("schedule")))
                .isEqualTo(decide.clock().instant().plus(Duration.ofMinutes(30)));
        assertThat(decide.published()).isEmpty();
    }

    @Test
    void atItsEndTheReplyIsWrittenAndGoesOutOnce() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        decide.now(end);
        decide.now(end);
        decide.now(events.outcomeOf(decided.actionId("schedule"), "expired", null));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
        assertThat(decided.payload("reply")).contains("王芳,订单 1 的问题解决了吗?");
        assertThat(decided.outcomes("esb.schedule.delay.done")).containsExactly("DECIDED ask-later");
    }

    @Test
    void anotherProcessGoesOnWithIt() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(RULES, REPLIES);
            other.now(end);
        }

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
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
    void nothingFollowsWhereTheBotMayNotGoAnyMore() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        decide.liveAccountIs("stopped");

        // When
        decide.now(end(Duration.ofMinutes(30)));

        // Then
        assertThat(decided.actions()).containsExactly("schedule delay DONE");
        assertThat(decided.outcomes("esb.schedule.delay.done")).containsExactly("NOT_SERVED null");
    }

    @Test
    void aReplyIsWantedFromTheEndOfTheDelayOnHoweverLateItIsDecided() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单1"));
        Instant due = decided.dueAt(decided.actionId("schedule"));

        // When
        decide.now(end(Duration.ofHours(20)));

        // Then
        assertThat(decided.expiresAt(decided.actionId("reply"))).isEqualTo(due.plus(Duration.ofHours(2)));
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
    void aHandoffLaterBeginsANewEpochAndIsTold() {
        // Given
        decide.now(events.kf("m1", "wm1", "等等"));

        // When
        decide.now(end(Duration.ofMinutes(10)));

        // Then
        assertThat(decided.conversationState()).isEqualTo("WAITING");
        assertThat(decided.actions())
                .containsExactly(
                        "schedule delay DONE", "notify message/send READY", "reply kf/service_state/trans READY");
        assertThat(decided.epochs()).containsExactlyInAnyOrder(1L, 2L, 2L);
        assertThat(decided.payload("notify")).contains("客户说:等等");
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

    @Test
    void aTimeOfDayIsTheNextOneInTheTimeZoneOfTheBusiness() {
        // When
        decide.now(events.kf("m1", "wm1", "明早"));

        // Then
        assertThat(decided.dueAt(decided.actionId("schedule"))).isEqualTo("2026-11-22T01:30:00Z");
    }

    @Test
    void whatWasFoundAndWhatTheCustomerWroteIsKnownHoweverOftenItWaits() {
        // Given
        decide.now(events.kf("m1", "wm1", "再查"));
        decide.now(end(Duration.ofHours(1)));
        String lookUp = decided.actionId("shop");
        decide.now(events.outcomeOf(lookUp, "done", "{\"status\":\"shipped\"}"));
        List<String> waiting = decided.waiting("schedule");

        // When
        decide.endDelay(waiting.get(0));
        decide.now(events.outcomeOf(waiting.get(0), "done", null));

        // Then
        assertThat(decided.payload("reply")).contains("再查:shipped");
    }

    /** The only delay has ended, and its outcome is on the bus. */
    private EventBatch end(Duration later) {
        decide.clock().advance(later);
        String delay = decided.waiting("schedule").get(0);
        decide.endDelay(delay);
        return events.outcomeOf(delay, "done", null);
    }
}
