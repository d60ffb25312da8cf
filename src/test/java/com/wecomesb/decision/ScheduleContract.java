package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a scheduled action in the decide step, the same on every database. */
abstract class ScheduleContract {

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

    private final TestDatabase database;
    private DecideContext decide;

    ScheduleContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        decide = new DecideContext(database.migrated());
        decide.follow(RULES, REPLIES);
    }

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void whatIsScheduledIsARowThatNobodyPerforms() {
        // When
        decide.now(decide.kf("m1", "wm1", "订单1"));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay READY");
        assertThat(decide.dueAt(decide.actionId("schedule")))
                .isEqualTo(decide.clock().instant().plus(Duration.ofMinutes(30)));
        assertThat(decide.published()).isEmpty();
    }

    @Test
    void atItsEndTheReplyIsWrittenAndGoesOutOnce() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        decide.now(end);
        decide.now(end);
        decide.now(decide.outcomeOf(decide.actionId("schedule"), "expired", null));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
        assertThat(decide.payload("reply")).contains("王芳,订单 1 的问题解决了吗?");
        assertThat(decide.outcomes("esb.schedule.delay.done")).containsExactly("DECIDED ask-later");
    }

    @Test
    void anotherProcessGoesOnWithIt() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(RULES, REPLIES);
            other.now(end);
        }

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
    }

    @Test
    void anAnswerCancelsIt() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));

        // When
        decide.now(decide.kf("m2", "wm1", "好的"));
        decide.now(decide.outcomeOf(decide.actionId("schedule"), "done", null));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay SUPPRESSED", "reply kf/send_msg READY");
        assertThat(decide.reasons()).containsExactly("客户又发了消息,不再需要");
        assertThat(decide.payload("reply")).contains("没看懂");
    }

    @Test
    void anAnswerOfAnotherCustomerDoesNot() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));

        // When
        decide.now(decide.kf("m2", "wm2", "好的"));

        // Then
        assertThat(decide.actions()).contains("schedule delay READY");
    }

    @Test
    void anAnswerInTheSameBatchCancelsWhatWasBeforeItAndNotWhatItLeadsTo() {
        // When
        decide.now(DecideContext.together(
                decide.kf("m1", "wm1", "订单1"), decide.kf("m2", "wm1", "订单2"), decide.kf("m3", "wm2", "订单3")));

        // Then
        assertThat(decide.actions())
                .containsExactly("schedule delay SUPPRESSED", "schedule delay READY", "schedule delay READY");
    }

    @Test
    void anAnswerAfterTheEndAndBeforeItsDecisionCancelsIt() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        EventBatch end = end(Duration.ofMinutes(30));

        // When
        decide.now(DecideContext.together(decide.kf("m2", "wm1", "好的"), end));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay SUPPRESSED", "reply kf/send_msg READY");
        assertThat(decide.payload("reply")).contains("没看懂");
    }

    @Test
    void anAnswerCancelsTheReplyThatHasNotStarted() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        decide.now(end(Duration.ofMinutes(30)));

        // When
        decide.now(decide.kf("m2", "wm1", "好的"));

        // Then
        assertThat(decide.actions())
                .containsExactly("schedule delay DONE", "reply kf/send_msg SUPPRESSED", "reply kf/send_msg READY");
    }

    @Test
    void afterATakeoverTheReplyIsOfAnEpochThatIsOver() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        decide.now(decide.servicerWrote("s1", "wm1"));

        // When
        decide.now(end(Duration.ofMinutes(30)));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay DONE", "reply kf/send_msg READY");
        assertThat(decide.epochs()).containsOnly(1L);
        assertThat(decide.conversationState()).isEqualTo("HUMAN");
    }

    @Test
    void nothingFollowsWhereTheBotMayNotGoAnyMore() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        decide.liveAccountIs("stopped");

        // When
        decide.now(end(Duration.ofMinutes(30)));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay DONE");
        assertThat(decide.outcomes("esb.schedule.delay.done")).containsExactly("NOT_SERVED null");
    }

    @Test
    void aReplyIsWantedFromTheEndOfTheDelayOnHoweverLateItIsDecided() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单1"));
        Instant due = decide.dueAt(decide.actionId("schedule"));

        // When
        decide.now(end(Duration.ofHours(20)));

        // Then
        assertThat(decide.expiresAt(decide.actionId("reply"))).isEqualTo(due.plus(Duration.ofHours(2)));
    }

    @Test
    void aColleagueWhoAnswersCancelsTheReminder() {
        // Given
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "急"), decide.kf("m2", "wm2", "急")));

        // When
        decide.now(decide.servicerWrote("s1", "wm1"));

        // Then
        assertThat(decide.actions().stream().filter(row -> row.startsWith("schedule")))
                .containsExactly("schedule delay SUPPRESSED", "schedule delay READY");
        assertThat(decide.reasons()).containsExactly("同事已经回复,不再需要");
    }

    @Test
    void aHandoffLaterBeginsANewEpochAndIsTold() {
        // Given
        decide.now(decide.kf("m1", "wm1", "等等"));

        // When
        decide.now(end(Duration.ofMinutes(10)));

        // Then
        assertThat(decide.conversationState()).isEqualTo("WAITING");
        assertThat(decide.actions())
                .containsExactly(
                        "schedule delay DONE", "notify message/send READY", "reply kf/service_state/trans READY");
        assertThat(decide.epochs()).containsExactlyInAnyOrder(1L, 2L, 2L);
        assertThat(decide.payload("notify")).contains("客户说:等等");
    }

    @Test
    void whomAColleagueHasAlreadyIsNotHandedOverAgain() {
        // Given
        decide.now(decide.kf("m1", "wm1", "等等"));
        decide.now(decide.servicerWrote("s1", "wm1"));

        // When
        decide.now(end(Duration.ofMinutes(10)));

        // Then
        assertThat(decide.actions()).containsExactly("schedule delay DONE");
        assertThat(decide.conversationState()).isEqualTo("HUMAN");
        assertThat(decide.tags()).containsExactly("等过");
    }

    @Test
    void aTimeOfDayIsTheNextOneInTheTimeZoneOfTheBusiness() {
        // When
        decide.now(decide.kf("m1", "wm1", "明早"));

        // Then
        assertThat(decide.dueAt(decide.actionId("schedule"))).isEqualTo("2026-11-22T01:30:00Z");
    }

    @Test
    void whatWasFoundAndWhatTheCustomerWroteIsKnownHoweverOftenItWaits() {
        // Given
        decide.now(decide.kf("m1", "wm1", "再查"));
        decide.now(end(Duration.ofHours(1)));
        String lookUp = decide.actionId("shop");
        decide.now(decide.outcomeOf(lookUp, "done", "{\"status\":\"shipped\"}"));
        List<String> waiting = decide.waiting("schedule");

        // When
        decide.endDelay(waiting.get(0));
        decide.now(decide.outcomeOf(waiting.get(0), "done", null));

        // Then
        assertThat(decide.payload("reply")).contains("再查:shipped");
    }

    /** The only delay has ended, and its outcome is on the bus. */
    private EventBatch end(Duration later) {
        decide.clock().advance(later);
        String delay = decide.waiting("schedule").get(0);
        decide.endDelay(delay);
        return decide.outcomeOf(delay, "done", null);
    }
}
