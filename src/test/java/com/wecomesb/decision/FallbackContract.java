package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a customer gets whom no rule answers, the same on every database. */
abstract class FallbackContract extends DecideStep {

    private static final String HELLO = "rules: [{id: hello, when: {keywords: 你好}, then: [{reply: {text: 您好}}]}]";
    private static final String GUIDING = """
            replies:
              - {id: fallback, messages: [{text: 能做这些}]}
              - {id: fallback-menu, messages: [{text: 请选一项}]}
              - {id: fallback-handoff, messages: [{text: 转人工了}]}
            """;
    private static final String REPLIES = "replies: [{id: fallback, messages: [{text: 您可以问退货}]}]";

    FallbackContract(TestDatabase database) {
        super(database);
    }

    @Test
    void anUnknownQuestionGetsTheFallback() {
        // When
        decide.now(events.kf("m1", "wm1", "量子纠缠是什么"));

        // Then
        assertThat(decided.actions()).containsExactly("reply kf/send_msg READY");
        assertThat(decided.outcome("m1")).isEqualTo("UNMATCHED null");
    }

    @Test
    void theFallbackGuidesAndThenHandsOver() {
        // Given
        decide.follow(HELLO, GUIDING);
        EventBatch first = events.kf("m1", "wm1", "量子纠缠");

        // When
        decide.now(first);
        decide.now(first);
        decide.now(together(events.kf("m2", "wm1", "量子隧穿"), events.kf("m3", "wm1", "量子计算机")));

        // Then
        assertThat(decided.said()).containsExactly("能做这些", "请选一项", "转人工了");
        assertThat(decided.conversationState()).isEqualTo("WAITING");
        assertThat(decided.outcomes("wecom.message.received")).containsOnly("UNMATCHED null");
    }

    @Test
    void anAnswerBeginsTheFallbackAnew() {
        // Given
        decide.follow(HELLO, GUIDING);

        // When
        decide.now(
                together(events.kf("m1", "wm1", "量子纠缠"), events.kf("m2", "wm1", "你好"), events.kf("m3", "wm1", "量子隧穿")));

        // Then
        assertThat(decided.said()).containsExactly("能做这些", "您好", "能做这些");
    }

    @Test
    void aFallbackThatTheFilesLackIsPassedOver() {
        // Given
        decide.follow(HELLO, REPLIES);

        // When
        decide.now(together(events.kf("m1", "wm1", "量子纠缠"), events.kf("m2", "wm1", "量子隧穿")));

        // Then
        assertThat(decided.said()).containsExactly("您可以问退货");
        assertThat(decided.conversationState()).isEqualTo("WAITING");
    }

    @Test
    void whereNobodyTakesOverTheFallbacksTakeTurns() {
        // Given
        decide.follow(HELLO, GUIDING);

        // When
        decide.now(together(
                events.member("m1", "lisi", "量子纠缠"),
                events.member("m2", "lisi", "量子隧穿"),
                events.member("m3", "lisi", "量子计算机"),
                events.member("m4", "lisi", "量子计算")));

        // Then
        assertThat(decided.said()).containsExactly("能做这些", "请选一项", "能做这些", "请选一项");
        assertThat(decided.conversationState()).isEqualTo("BOT");
    }
}
