package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a customer is asked what was meant, and what the answer does, the same on every database. */
abstract class AskingBackContract extends DecideStep {

    private static final String ASKING = """
            rules:
              - id: refund
                ask: 怎么退货
                confirm: always
                when: {regex: "退(?P<thing>.{1,3})"}
                then: [{reply: {text: "{{ match.thing }}可以退"}}, {ticket: {do: ticket-create, subject: "{{ event.text }}"}}]
              - {id: hello, when: {keywords: 你好}, then: [{reply: {text: 您好}}]}
            """;
    private static final String REPLIES = "replies: [{id: fallback, messages: [{text: 您可以问退货}]}]";

    AskingBackContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aYesActsWithWhatTheCustomerHadWrittenBefore() {
        // Given
        decide.follow(ASKING, REPLIES);
        EventBatch question = events.kf("m1", "wm1", "退鞋子");
        decide.now(question);
        decide.now(question);
        List<String> before = decided.said();
        EventBatch yes = events.kf("m2", "wm1", "是的。");

        // When
        decide.now(yes);
        decide.now(yes);

        // Then
        assertThat(before).containsExactly("您是想问“怎么退货”吗?请回复“是”或“否”。");
        assertThat(decided.outcome("m1")).isEqualTo("ASKED null");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED refund");
        assertThat(decided.said()).containsExactly(before.get(0), "鞋子可以退");
        assertThat(decided.payload("ticket")).contains("退鞋子");
        assertThat(decided.explanation("m2")).contains("客户确认了“怎么退货”");
        assertThat(decided.count("open_question")).isZero();
    }

    @Test
    void onlyWhatWasGuessedIsAskedAbout() {
        // Given
        decide.follow("""
                rules:
                  - id: refund
                    ask: 怎么退货
                    confirm: true
                    when: {keywords: {any: [退货], mode: fuzzy}}
                    then: [{reply: {text: 七天内可退}}]
                """, REPLIES);

        // When
        decide.now(together(events.kf("m1", "wm1", "我要退货"), events.kf("m2", "wm2", "我要退火")));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED refund");
        assertThat(decided.outcome("m2")).isEqualTo("ASKED null");
    }

    @Test
    void aNoGetsTheFallbackAndNothingIsDone() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));

        // When
        decide.now(together(events.kf("m2", "wm1", "不是"), events.kf("m3", "wm1", "是")));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECLINED null");
        assertThat(decided.outcome("m3")).isEqualTo("UNMATCHED null");
        assertThat(decided.said()).containsExactly("您是想问“怎么退货”吗?请回复“是”或“否”。", "您可以问退货");
        assertThat(decided.count("open_question")).isZero();
    }

    @Test
    void anotherMessageDropsTheQuestion() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));

        // When
        decide.now(together(events.kf("m2", "wm1", "你好"), events.kf("m3", "wm1", "是")));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED hello");
        assertThat(decided.outcome("m3")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aYesBeforeTheQuestionWasSentIsNoAnswer() {
        // Given
        decide.follow(ASKING, REPLIES);

        // When
        decide.now(together(events.kf("m1", "wm1", "退鞋子"), events.kf("m2", "wm1", "是")));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aYesThatComesTooLateIsNoAnswer() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));

        // When
        decide.clock().advance(Duration.ofMinutes(11));
        decide.now(events.kf("m2", "wm1", "是"));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aYesAfterAColleagueHasHadTheConversationIsNoAnswer() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));
        decide.now(events.servicerWrote("m2", "wm1"));
        decide.now(events.sessionEnded("m3", "wm1"));

        // When
        decide.now(events.kf("m4", "wm1", "是"));

        // Then
        assertThat(decided.outcome("m4")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aYesToOtherWordsIsNoAnswer() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));

        // When
        decide.follow(ASKING.replace("怎么退货", "怎么换货"), REPLIES);
        decide.now(events.kf("m2", "wm1", "是"));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aQuestionWaitsForItsAnswerOnEveryInstance() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(events.kf("m1", "wm1", "退鞋子"));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(ASKING, REPLIES);
            other.now(events.kf("m2", "wm1", "对"));
        }

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED refund");
    }

    @Test
    void whatIsOnlyNearlyAQuestionOfTheLibraryIsAskedBack() {
        // Given
        decide.follow(
                "rules: [{id: faq, ask: 常见问题, when: {similar: {threshold: 1, ask-from: 0.3}}, then: [{reply: {similar: true}}]}]",
                """
                replies:
                  - {id: invoice, questions: [怎么开发票, 发票在哪里开], messages: [{text: 在订单页开}]}
                  - {id: size, questions: [有没有大一号的尺码, 尺码偏大吗], messages: [{text: 尺码标准}]}
                """);

        // When
        decide.now(events.kf("m1", "wm1", "发票怎么开的呀"));
        decide.now(events.kf("m2", "wm1", "是"));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("ASKED null");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED faq");
        assertThat(decided.said()).containsExactly("您是想问“怎么开发票”吗?请回复“是”或“否”。", "在订单页开");
    }

    @Test
    void whoPassesOverAQuestionIsNotAskedAboutTheNextGuess() {
        // Given
        decide.follow(
                "rules: [{id: faq, ask: 常见问题, when: {similar: {threshold: 1, ask-from: 0.3}}, then: [{reply: {similar: true}}]}]",
                """
                replies:
                  - {id: invoice, questions: [怎么开发票, 发票在哪里开], messages: [{text: 在订单页开}]}
                  - {id: fallback, messages: [{text: 能做这些}]}
                """);

        // When
        decide.now(events.kf("m1", "wm1", "发票怎么开的呀"));
        decide.now(events.kf("m2", "wm1", "开发票怎么弄"));

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("UNMATCHED null");
        assertThat(decided.said()).last().isEqualTo("能做这些");
    }
}
