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
}
