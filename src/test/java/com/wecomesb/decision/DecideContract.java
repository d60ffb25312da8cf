package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the decide step promises, the same on every database. */
abstract class DecideContract {

    private static final String PAUSING = """
            rules:
              - {id: coupon, priority: 2, cooldown: 10m, when: {keywords: 优惠}, then: [{reply: {text: 送您一张券}}]}
              - {id: coupon-again, priority: 1, when: {keywords: 优惠}, then: [{reply: {text: 券已经给您了}}]}
            """;
    private static final String ASKING = """
            rules:
              - id: refund
                ask: 怎么退货
                confirm: always
                when: {regex: "退(?P<thing>.{1,3})"}
                then: [{reply: {text: "{{ match.thing }}可以退"}}, {ticket: {do: ticket-create, subject: "{{ event.text }}"}}]
              - {id: hello, when: {keywords: 你好}, then: [{reply: {text: 您好}}]}
            """;
    private static final String GUIDING = """
            replies:
              - {id: fallback, messages: [{text: 能做这些}]}
              - {id: fallback-menu, messages: [{text: 请选一项}]}
              - {id: fallback-handoff, messages: [{text: 转人工了}]}
            """;
    private static final String REPLIES = "replies: [{id: fallback, messages: [{text: 您可以问退货}]}]";

    private final TestDatabase database;
    private DecideContext decide;

    DecideContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        decide = new DecideContext(database.migrated());
    }

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void aRefundQuestionLeadsToOneReplyOneContactAndOneTicket() {
        // When
        decide.now(decide.kf("m1", "wm1", "你好,我想退货,怎么办理?"));

        // Then
        assertThat(decide.actions())
                .containsExactly("reply kf/send_msg READY", "crm contact-upsert READY", "ticket ticket-create READY");
        assertThat(decide.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decide.published()).hasSize(3);
    }

    @Test
    void theSameEventAgainChangesNothing() {
        // Given
        EventBatch batch = decide.kf("m1", "wm1", "我想退货");
        decide.now(batch);

        // When
        decide.now(batch);
        decide.now(DecideContext.together(batch, batch));

        // Then
        assertThat(decide.actions()).hasSize(3);
        assertThat(decide.count("event")).isEqualTo(1);
    }

    @Test
    void anUnknownQuestionGetsTheFallback() {
        // When
        decide.now(decide.kf("m1", "wm1", "量子纠缠是什么"));

        // Then
        assertThat(decide.actions()).containsExactly("reply kf/send_msg READY");
        assertThat(decide.outcome("m1")).isEqualTo("UNMATCHED null");
    }

    @Test
    void anOldMessageIsLeftToPeopleOnceAndNeverAnswered() {
        // When
        decide.now(DecideContext.together(
                decide.kfAgo("m1", "wm1", "我想退货", Duration.ofHours(2)),
                decide.kfAgo("m2", "wm1", "在吗", Duration.ofHours(1))));

        // Then
        assertThat(decide.actions()).containsExactly("reply kf/service_state/trans READY");
        assertThat(decide.outcome("m1")).isEqualTo("TOO_LATE null");
        assertThat(decide.outcome("m2")).isEqualTo("WITH_PEOPLE null");
        assertThat(decide.conversationState()).isEqualTo("WAITING");
    }

    @Test
    void whoIsNoTesterIsLeftToPeople() {
        // When
        decide.now(decide.kf("m1", "wm1", "我想退货", "wkTesters"));
        decide.now(decide.kf("m2", "wmTester", "我想退货", "wkTesters"));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("NOT_SERVED null");
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED refund-request");
    }

    @Test
    void theShadowDecidesAndSendsNothing() {
        // When
        decide.now(decide.kf("m1", "wm1", "我想退货", "wkShadow"));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("SHADOW null");
        assertThat(decide.actions()).containsExactly("reply kf/service_state/trans READY");
        assertThat(decide.explanation("m1")).contains("refund-request");
    }

    @Test
    void theFarewellOfAHandoffCarriesTheNewEpochAndGoesBeforeIt() {
        // When
        decide.now(decide.kf("m1", "wm1", "转人工"));

        // Then
        assertThat(decide.actions())
                .containsExactly(
                        "reply kf/send_msg READY", "notify message/send READY", "reply kf/service_state/trans READY");
        assertThat(decide.epochs()).containsOnly(2L);
    }

    @Test
    void theBotIsSilentWhileAColleagueHasTheConversationAndBackAfterItsEnd() {
        // Given
        decide.now(decide.kf("m1", "wm1", "你好"));
        decide.now(decide.servicerWrote("m2", "wm1"));

        // When
        decide.now(decide.kf("m3", "wm1", "我想退货"));
        decide.now(decide.sessionEnded("m4", "wm1"));
        decide.now(decide.kf("m5", "wm1", "我想退货"));

        // Then
        assertThat(decide.outcome("m3")).isEqualTo("WITH_PEOPLE null");
        assertThat(decide.outcome("m5")).isEqualTo("DECIDED refund-request");
    }

    @Test
    void aLookUpGoesOnWithTheBranchOfItsOutcomeOnce() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单20261120001到哪了"));
        String lookUp = decide.actionId("shop");

        // When
        decide.now(decide.outcomeOf(lookUp, "done", "{\"id\":\"20261120001\",\"status\":\"shipped\"}"));
        decide.now(decide.outcomeOf(lookUp, "expired", null));

        // Then
        assertThat(decide.actions()).containsExactly("shop order-find READY", "reply kf/send_msg READY");
        assertThat(decide.payload("reply")).contains("20261120001").contains("shipped");
    }

    @Test
    void aLookUpThatFindsNothingSaysSo() {
        // Given
        decide.now(decide.kf("m1", "wm1", "订单99999999到哪了"));

        // When
        decide.now(decide.outcomeOf(decide.actionId("shop"), "done", "{\"found\":false}"));

        // Then
        assertThat(decide.payload("reply")).contains("没有查到订单 99999999");
    }

    @Test
    void withoutASystemOfItsKindAnActionIsSkippedWithTheReasonAndTheReplyStillGoes() {
        // Given
        decide.systems().clear();

        // When
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "我想退货"), decide.kf("m2", "wm1", "订单20261120001")));

        // Then
        assertThat(decide.actions())
                .containsExactly(
                        "reply kf/send_msg READY",
                        "crm contact-upsert SKIPPED",
                        "ticket ticket-create SKIPPED",
                        "shop order-find SKIPPED",
                        "reply kf/send_msg READY",
                        "notify message/send READY");
    }

    @Test
    void aPoisonRecordBecomesADeadLetterAndTheOthersGoOn() {
        // When
        decide.now(DecideContext.together(
                decide.kf("m1", "wm1", "我想退货"), decide.unreadable("m2"), decide.kf("m3", "wm3", "你好")));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decide.outcome("m2")).isEqualTo("POISON null");
        assertThat(decide.outcome("m3")).isEqualTo("DECIDED greeting");
        assertThat(decide.count("dead_letter")).isEqualTo(1);
    }

    @Test
    void aDatabaseAwayFailsTheWholeBatchAndItIsDecidedWhenItIsBack() {
        // Given
        EventBatch batch = decide.kf("m1", "wm1", "我想退货");
        decide.breakDatabase(true);

        // When
        assertThatThrownBy(() -> decide.now(batch)).isInstanceOf(RuntimeException.class);
        decide.breakDatabase(false);
        decide.now(batch);

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decide.count("dead_letter")).isZero();
    }

    @Test
    void aChainOfTheBusesOwnDecisionsIsCut() {
        // When
        decide.now(decide.causedByTheBus("m1", 9));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("LOOP_CUT null");
        assertThat(decide.count("dead_letter")).isEqualTo(1);
    }

    @Test
    void colleaguesAreNotWrittenToTheCrm() {
        // When
        decide.now(decide.member("m1", "zhangsan", "我想退货"));

        // Then
        assertThat(decide.actions())
                .containsExactly(
                        "reply message/send READY", "crm contact-upsert SKIPPED", "ticket ticket-create READY");
    }

    @Test
    void theOffsetsAreStoredWithTheDecision() {
        // When
        decide.now(decide.kf("m1", "wm1", "你好"));

        // Then
        assertThat(decide.storedOffset()).hasValue(decide.lastOffset() + 1);
    }

    @Test
    void positionsRiseInTheOrderOfTheDecisions() {
        // When
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "你好"), decide.kf("m2", "wm1", "我想退货")));

        // Then
        assertThat(decide.positions()).isSorted().doesNotHaveDuplicates();
        assertThat(List.copyOf(decide.positions())).hasSize(4);
    }

    @Test
    void aRuleInItsPauseLeavesTheContactToTheNextRule() {
        // Given
        decide.follow(PAUSING, REPLIES);
        EventBatch first = decide.kf("m1", "wm1", "优惠");
        decide.now(first);

        // When
        decide.now(first);
        decide.now(DecideContext.together(decide.kf("m2", "wm1", "优惠"), decide.kf("m3", "wm2", "优惠")));
        decide.clock().advance(Duration.ofMinutes(10));
        decide.now(DecideContext.together(decide.kf("m4", "wm1", "优惠"), decide.kf("m5", "wm1", "优惠")));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("DECIDED coupon");
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED coupon-again");
        assertThat(decide.explanation("m2")).contains("冷却中:10m 内对同一位客户只用一次,还有 600 秒");
        assertThat(decide.outcome("m3")).isEqualTo("DECIDED coupon");
        assertThat(decide.outcome("m4")).isEqualTo("DECIDED coupon");
        assertThat(decide.outcome("m5")).isEqualTo("DECIDED coupon-again");
        assertThat(decide.count("rule_use")).isEqualTo(2);
    }

    @Test
    void aPauseHoldsForEveryInstance() {
        // Given
        decide.follow(PAUSING, REPLIES);
        decide.now(decide.kf("m1", "wm1", "优惠"));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(PAUSING, REPLIES);
            other.now(other.kf("m2", "wm1", "优惠"));
        }

        // Then
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED coupon-again");
    }

    @Test
    void aRuleThatItsOwnOutcomeSetsOffIsCutByTheHopLimitAndReported() {
        // Given
        decide.follow("""
                rules:
                  - {id: start, when: {keywords: 开始}, then: [{crm: {do: contact-upsert}}]}
                  - {id: again, event: esb.crm.contact-upsert.done, then: [{crm: {do: contact-upsert}}]}
                """, REPLIES);
        decide.now(decide.kf("m1", "wm1", "开始"));

        // When
        decide.performUntilQuiet("crm");

        // Then
        assertThat(decide.outcomes("esb.crm.contact-upsert.done"))
                .contains("DECIDED again")
                .last()
                .isEqualTo("LOOP_CUT null");
        assertThat(decide.count("dead_letter")).isEqualTo(1);
        assertThat(decide.loopsCut()).isEqualTo(1);
    }

    @Test
    void aRuleThatActsOnTheSameRecordAgainAndAgainIsCutWithinABatchAndAcrossBatches() {
        // Given
        decide.follow("rules: [{id: closed, event: ticket.closed, then: [{tag: 已结}]}]", REPLIES);

        // When
        decide.now(DecideContext.together(
                decide.causedByTheBus("c1", 1), decide.causedByTheBus("c2", 1), decide.causedByTheBus("c3", 1)));
        decide.now(DecideContext.together(
                decide.causedByTheBus("c4", 1), decide.causedByTheBus("c5", 1), decide.causedByTheBus("c6", 1)));
        decide.clock().advance(Duration.ofMinutes(11));
        decide.now(decide.causedByTheBus("c7", 1));

        // Then
        assertThat(decide.outcome("c5")).isEqualTo("DECIDED closed");
        assertThat(decide.outcome("c6")).isEqualTo("LOOP_CUT null");
        assertThat(decide.explanation("c6")).contains("规则 closed 在十分钟内反复触发自己,已截断");
        assertThat(decide.outcome("c7")).isEqualTo("DECIDED closed");
        assertThat(decide.count("dead_letter")).isEqualTo(1);
        assertThat(decide.loopsCut()).isEqualTo(1);
    }

    @Test
    void aWildcardNeverMeansWhatTheBusItselfReports() {
        // Given
        decide.follow("""
                rules:
                  - {id: start, when: {keywords: 开始}, event: wecom.message.received, then: [{crm: {do: contact-upsert}}]}
                  - {id: everything, event: "*", priority: -1, then: [{tag: 见过}]}
                """, REPLIES);
        decide.now(decide.kf("m1", "wm1", "开始"));

        // When
        decide.performUntilQuiet("crm");

        // Then
        assertThat(decide.outcomes("esb.crm.contact-upsert.done")).containsExactly("NOTED null");
    }

    @Test
    void aYesActsWithWhatTheCustomerHadWrittenBefore() {
        // Given
        decide.follow(ASKING, REPLIES);
        EventBatch question = decide.kf("m1", "wm1", "退鞋子");
        decide.now(question);
        decide.now(question);
        List<String> before = decide.said();
        EventBatch yes = decide.kf("m2", "wm1", "是的。");

        // When
        decide.now(yes);
        decide.now(yes);

        // Then
        assertThat(before).containsExactly("您是想问“怎么退货”吗?请回复“是”或“否”。");
        assertThat(decide.outcome("m1")).isEqualTo("ASKED null");
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED refund");
        assertThat(decide.said()).containsExactly(before.get(0), "鞋子可以退");
        assertThat(decide.payload("ticket")).contains("退鞋子");
        assertThat(decide.explanation("m2")).contains("客户确认了“怎么退货”");
        assertThat(decide.count("open_question")).isZero();
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
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "我要退货"), decide.kf("m2", "wm2", "我要退火")));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("DECIDED refund");
        assertThat(decide.outcome("m2")).isEqualTo("ASKED null");
    }

    @Test
    void aNoGetsTheFallbackAndNothingIsDone() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(decide.kf("m1", "wm1", "退鞋子"));

        // When
        decide.now(DecideContext.together(decide.kf("m2", "wm1", "不是"), decide.kf("m3", "wm1", "是")));

        // Then
        assertThat(decide.outcome("m2")).isEqualTo("DECLINED null");
        assertThat(decide.outcome("m3")).isEqualTo("UNMATCHED null");
        assertThat(decide.said()).containsExactly("您是想问“怎么退货”吗?请回复“是”或“否”。", "您可以问退货");
        assertThat(decide.count("open_question")).isZero();
    }

    @Test
    void anotherMessageDropsTheQuestion() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(decide.kf("m1", "wm1", "退鞋子"));

        // When
        decide.now(DecideContext.together(decide.kf("m2", "wm1", "你好"), decide.kf("m3", "wm1", "是")));

        // Then
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED hello");
        assertThat(decide.outcome("m3")).isEqualTo("UNMATCHED null");
    }

    @Test
    void aYesThatCannotBeAnAnswerIsNone() {
        // Given
        decide.follow(ASKING, REPLIES);

        // When
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "退鞋子"), decide.kf("m2", "wm1", "是")));
        decide.now(decide.kf("m3", "wm2", "退鞋子"));
        decide.clock().advance(Duration.ofMinutes(11));
        decide.now(decide.kf("m4", "wm2", "是"));
        decide.now(decide.kf("m5", "wm3", "退鞋子"));
        decide.now(decide.servicerWrote("m6", "wm3"));
        decide.now(decide.sessionEnded("m7", "wm3"));
        decide.now(decide.kf("m8", "wm3", "是"));
        decide.now(decide.kf("m9", "wm4", "退鞋子"));
        decide.follow(ASKING.replace("怎么退货", "怎么换货"), REPLIES);
        decide.now(decide.kf("m10", "wm4", "是"));

        // Then
        assertThat(decide.outcome("m2")).as("the question was not sent yet").isEqualTo("UNMATCHED null");
        assertThat(decide.outcome("m4")).as("too late").isEqualTo("UNMATCHED null");
        assertThat(decide.outcome("m8")).as("a colleague has had it since").isEqualTo("UNMATCHED null");
        assertThat(decide.outcome("m10")).as("a yes to other words").isEqualTo("UNMATCHED null");
    }

    @Test
    void aQuestionWaitsForItsAnswerOnEveryInstance() {
        // Given
        decide.follow(ASKING, REPLIES);
        decide.now(decide.kf("m1", "wm1", "退鞋子"));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(ASKING, REPLIES);
            other.now(other.kf("m2", "wm1", "对"));
        }

        // Then
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED refund");
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
        decide.now(decide.kf("m1", "wm1", "发票怎么开的呀"));
        decide.now(decide.kf("m2", "wm1", "是"));

        // Then
        assertThat(decide.outcome("m1")).isEqualTo("ASKED null");
        assertThat(decide.outcome("m2")).isEqualTo("DECIDED faq");
        assertThat(decide.said()).containsExactly("您是想问“怎么开发票”吗?请回复“是”或“否”。", "在订单页开");
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
        decide.now(decide.kf("m1", "wm1", "发票怎么开的呀"));
        decide.now(decide.kf("m2", "wm1", "开发票怎么弄"));

        // Then
        assertThat(decide.outcome("m2")).isEqualTo("UNMATCHED null");
        assertThat(decide.said()).last().isEqualTo("能做这些");
    }

    @Test
    void theFallbackGuidesAndThenHandsOver() {
        // Given
        decide.follow(ASKING, GUIDING);
        EventBatch first = decide.kf("m1", "wm1", "量子纠缠");

        // When
        decide.now(first);
        decide.now(first);
        decide.now(DecideContext.together(decide.kf("m2", "wm1", "量子隧穿"), decide.kf("m3", "wm1", "量子计算机")));

        // Then
        assertThat(decide.said()).containsExactly("能做这些", "请选一项", "转人工了");
        assertThat(decide.conversationState()).isEqualTo("WAITING");
        assertThat(decide.outcomes("wecom.message.received")).containsOnly("UNMATCHED null");
    }

    @Test
    void anAnswerBeginsTheFallbackAnew() {
        // Given
        decide.follow(ASKING, GUIDING);

        // When
        decide.now(DecideContext.together(
                decide.kf("m1", "wm1", "量子纠缠"), decide.kf("m2", "wm1", "你好"), decide.kf("m3", "wm1", "量子隧穿")));

        // Then
        assertThat(decide.said()).containsExactly("能做这些", "您好", "能做这些");
    }

    @Test
    void aFallbackThatTheFilesLackIsPassedOver() {
        // Given
        decide.follow(ASKING, REPLIES);

        // When
        decide.now(DecideContext.together(decide.kf("m1", "wm1", "量子纠缠"), decide.kf("m2", "wm1", "量子隧穿")));

        // Then
        assertThat(decide.said()).containsExactly("您可以问退货");
        assertThat(decide.conversationState()).isEqualTo("WAITING");
    }

    @Test
    void whereNobodyTakesOverTheFallbacksTakeTurns() {
        // Given
        decide.follow(ASKING, GUIDING);

        // When
        decide.now(DecideContext.together(
                decide.member("m1", "lisi", "量子纠缠"),
                decide.member("m2", "lisi", "量子隧穿"),
                decide.member("m3", "lisi", "量子计算机"),
                decide.member("m4", "lisi", "量子计算")));

        // Then
        assertThat(decide.said()).containsExactly("能做这些", "请选一项", "能做这些", "请选一项");
        assertThat(decide.conversationState()).isEqualTo("BOT");
    }
}
