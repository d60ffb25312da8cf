package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a rule may act: in its pause it does not, and a loop is cut; the same on every database. */
abstract class RepetitionContract extends DecideStep {

    private static final String PAUSING = """
            rules:
              - {id: coupon, priority: 2, cooldown: 10m, when: {keywords: 优惠}, then: [{reply: {text: 送您一张券}}]}
              - {id: coupon-again, priority: 1, when: {keywords: 优惠}, then: [{reply: {text: 券已经给您了}}]}
            """;
    private static final String REPLIES = "replies: [{id: fallback, messages: [{text: 您可以问退货}]}]";

    RepetitionContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aRuleInItsPauseLeavesTheContactToTheNextRule() {
        // Given
        decide.follow(PAUSING, REPLIES);
        EventBatch first = events.kf("m1", "wm1", "优惠");
        decide.now(first);

        // When
        decide.now(first);
        decide.now(together(events.kf("m2", "wm1", "优惠"), events.kf("m3", "wm2", "优惠")));
        decide.clock().advance(Duration.ofMinutes(10));
        decide.now(together(events.kf("m4", "wm1", "优惠"), events.kf("m5", "wm1", "优惠")));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED coupon");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED coupon-again");
        assertThat(decided.explanation("m2")).contains("冷却中:10m 内对同一位客户只用一次,还有 600 秒");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED coupon");
        assertThat(decided.outcome("m4")).isEqualTo("DECIDED coupon");
        assertThat(decided.outcome("m5")).isEqualTo("DECIDED coupon-again");
        assertThat(decided.count("rule_use")).isEqualTo(2);
    }

    @Test
    void aPauseHoldsForEveryInstance() {
        // Given
        decide.follow(PAUSING, REPLIES);
        decide.now(events.kf("m1", "wm1", "优惠"));

        // When
        try (DecideContext other = decide.anotherInstance()) {
            other.follow(PAUSING, REPLIES);
            other.now(events.kf("m2", "wm1", "优惠"));
        }

        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED coupon-again");
    }

    @Test
    void aChainOfTheBusesOwnDecisionsIsCut() {
        // When
        decide.now(events.causedByTheBus("m1", 9));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("LOOP_CUT null");
        assertThat(decided.count("dead_letter")).isEqualTo(1);
    }

    @Test
    void aRuleThatItsOwnOutcomeSetsOffIsCutByTheHopLimitAndReported() {
        // Given
        decide.follow("""
                rules:
                  - {id: start, when: {keywords: 开始}, then: [{crm: {do: contact-upsert}}]}
                  - {id: again, event: esb.crm.contact-upsert.done, then: [{crm: {do: contact-upsert}}]}
                """, REPLIES);
        decide.now(events.kf("m1", "wm1", "开始"));

        // When
        decide.performUntilQuiet("crm");

        // Then
        assertThat(decided.outcomes("esb.crm.contact-upsert.done"))
                .contains("DECIDED again")
                .last()
                .isEqualTo("LOOP_CUT null");
        assertThat(decided.count("dead_letter")).isEqualTo(1);
        assertThat(decide.loopsCut()).isEqualTo(1);
    }

    @Test
    void aRuleThatActsOnTheSameRecordAgainAndAgainIsCutWithinABatchAndAcrossBatches() {
        // Given
        decide.follow("rules: [{id: closed, event: ticket.closed, then: [{tag: 已结}]}]", REPLIES);

        // When
        decide.now(together(
                events.causedByTheBus("c1", 1), events.causedByTheBus("c2", 1), events.causedByTheBus("c3", 1)));
        decide.now(together(
                events.causedByTheBus("c4", 1), events.causedByTheBus("c5", 1), events.causedByTheBus("c6", 1)));
        decide.clock().advance(Duration.ofMinutes(11));
        decide.now(events.causedByTheBus("c7", 1));

        // Then
        assertThat(decided.outcome("c5")).isEqualTo("DECIDED closed");
        assertThat(decided.outcome("c6")).isEqualTo("LOOP_CUT null");
        assertThat(decided.explanation("c6")).contains("规则 closed 在十分钟内反复触发自己,已截断");
        assertThat(decided.outcome("c7")).isEqualTo("DECIDED closed");
        assertThat(decided.count("dead_letter")).isEqualTo(1);
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
        decide.now(events.kf("m1", "wm1", "开始"));

        // When
        decide.performUntilQuiet("crm");

        // Then
        assertThat(decided.outcomes("esb.crm.contact-upsert.done")).containsExactly("NOTED null");
    }
}
