package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a scheduled action in the decide step, the same on every database. */
abstract class ScheduleContract extends ScheduledSteps {

    ScheduleContract(TestDatabase database) {
        super(database);
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
}
