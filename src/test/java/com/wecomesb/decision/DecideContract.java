package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the decide step makes of an event, once and as a whole, the same on every database. */
abstract class DecideContract extends DecideStep {

    DecideContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aRefundQuestionLeadsToOneReplyOneContactAndOneTicket() {
        // When
        decide.now(events.kf("m1", "wm1", "你好,我想退货,怎么办理?"));

        // Then
        assertThat(decided.actions())
                .containsExactly("reply kf/send_msg READY", "crm contact-upsert READY", "ticket ticket-create READY");
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decide.published()).hasSize(3);
    }

    @Test
    void theSameEventAgainChangesNothing() {
        // Given
        EventBatch batch = events.kf("m1", "wm1", "我想退货");
        decide.now(batch);

        // When
        decide.now(batch);
        decide.now(together(batch, batch));

        // Then
        assertThat(decided.actions()).hasSize(3);
        assertThat(decided.count("event")).isEqualTo(1);
    }

    @Test
    void theOffsetsAreStoredWithTheDecision() {
        // When
        decide.now(events.kf("m1", "wm1", "你好"));

        // Then
        assertThat(decide.storedOffset()).hasValue(events.lastOffset() + 1);
    }

    @Test
    void positionsRiseInTheOrderOfTheDecisions() {
        // When
        decide.now(together(events.kf("m1", "wm1", "你好"), events.kf("m2", "wm1", "我想退货")));

        // Then
        assertThat(decided.positions()).isSorted().doesNotHaveDuplicates();
        assertThat(List.copyOf(decided.positions())).hasSize(4);
    }

    @Test
    void aPoisonRecordBecomesADeadLetterAndTheOthersGoOn() {
        // When
        decide.now(together(events.kf("m1", "wm1", "我想退货"), events.unreadable("m2"), events.kf("m3", "wm3", "你好")));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decided.outcome("m2")).isEqualTo("POISON null");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED greeting");
        assertThat(decided.count("dead_letter")).isEqualTo(1);
    }

    @Test
    void aDatabaseAwayFailsTheWholeBatchAndItIsDecidedWhenItIsBack() {
        // Given
        EventBatch batch = events.kf("m1", "wm1", "我想退货");
        decide.database().goAway();

        // When
        assertThatThrownBy(() -> decide.now(batch)).isInstanceOf(RuntimeException.class);
        decide.database().comeBack();
        decide.now(batch);

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED refund-request");
        assertThat(decided.count("dead_letter")).isZero();
    }

    @Test
    void withoutASystemOfItsKindAnActionIsSkippedWithTheReasonAndTheReplyStillGoes() {
        // Given
        decide.systems().clear();

        // When
        decide.now(together(events.kf("m1", "wm1", "我想退货"), events.kf("m2", "wm1", "订单20261120001")));

        // Then
        assertThat(decided.actions())
                .containsExactly(
                        "reply kf/send_msg READY",
                        "crm contact-upsert SKIPPED",
                        "ticket ticket-create SKIPPED",
                        "shop order-find SKIPPED",
                        "reply kf/send_msg READY",
                        "notify message/send READY");
    }

    @Test
    void colleaguesAreNotWrittenToTheCrm() {
        // When
        decide.now(events.member("m1", "zhangsan", "我想退货"));

        // Then
        assertThat(decided.actions())
                .containsExactly(
                        "reply message/send READY", "crm contact-upsert SKIPPED", "ticket ticket-create READY");
    }

    @Test
    void aLookUpGoesOnWithTheBranchOfItsOutcomeOnce() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单20261120001到哪了"));
        String lookUp = decided.actionId("shop");

        // When
        decide.now(events.outcomeOf(lookUp, "done", "{\"id\":\"20261120001\",\"status\":\"shipped\"}"));
        decide.now(events.outcomeOf(lookUp, "expired", null));

        // Then
        assertThat(decided.actions()).containsExactly("shop order-find READY", "reply kf/send_msg READY");
        assertThat(decided.payload("reply")).contains("20261120001").contains("shipped");
    }

    @Test
    void aLookUpThatFindsNothingSaysSo() {
        // Given
        decide.now(events.kf("m1", "wm1", "订单99999999到哪了"));

        // When
        decide.now(events.outcomeOf(decided.actionId("shop"), "done", "{\"found\":false}"));

        // Then
        assertThat(decided.payload("reply")).contains("没有查到订单 99999999");
    }
}
