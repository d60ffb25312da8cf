package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.ActionKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a customer meets, through the whole running bus: real encryption, real Kafka, real HTTP. */
class CustomerJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String REFUND = "七天内可无理由退换";

    private final Sandbox sandbox = new Sandbox(RunningBus.get().http());
    private final String customer = Sandbox.newCustomer();

    @AfterEach
    void everythingWorksAgain() {
        List.of("wecom", "crm", "shop", "ticket").forEach(system -> sandbox.turn(system, "ok"));
    }

    @Test
    void aRefundQuestionGetsOneReplyOneContactAndOneTicket() {
        // Given
        String question = "你好,我想退货,怎么办理?" + unique();

        // When
        sandbox.customerWrites(customer, question);

        // Then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sandbox.botTo(customer)).containsExactly("王芳,七天内可无理由退换,请把订单号发给我。");
            assertThat(sandbox.tickets(question)).hasSize(1);
            assertThat(sandbox.contactOf(customer)).isNotNull();
        });
    }

    @Test
    void theSameCallbackThreeTimesIsOneMessage() {
        // When
        sandbox.customerWrites(customer, "我想退货", 3);
        sandbox.customerWrites(customer, "在吗");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).hasSize(2));
        assertThat(sandbox.botTo(customer))
                .filteredOn(text -> text.contains(REFUND))
                .hasSize(1);
    }

    @Test
    void threeMessagesInARowAreAnsweredInTheirOrder() {
        // When
        sandbox.customerWrites(customer, "在吗");
        sandbox.customerWrites(customer, "我想退货");
        sandbox.customerWrites(customer, "这个多少钱");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).hasSize(3));
        List<String> answers = sandbox.botTo(customer);
        assertThat(answers.get(0)).contains("自动客服");
        assertThat(answers.get(1)).contains(REFUND);
        assertThat(answers.get(2)).contains("95 折");
    }

    @Test
    void anOrderIsLookedUpAndItsStateTold() {
        // When
        sandbox.customerWrites(customer, "订单20261120001到哪了");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer))
                        .singleElement()
                        .asString()
                        .contains("20261120001"));
        assertThat(sandbox.botTo(customer).get(0)).doesNotContain("没有查到").doesNotContain("查不了");
    }

    @Test
    void anOrderThatDoesNotExistIsSaidToBeMissing() {
        // When
        sandbox.customerWrites(customer, "订单99999999到哪了");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).containsExactly("没有查到订单 99999999,请核对一下订单号。"));
    }

    @Test
    void aShopThatDoesNotAnswerCostsTheCustomerAFewSecondsOnly() {
        // Given
        sandbox.turn("shop", "down");

        // When
        sandbox.customerWrites(customer, "订单20261120001到哪了");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer))
                        .singleElement()
                        .asString()
                        .contains("暂时查不了"));
    }

    @Test
    void aMessageToTheAppIsAnsweredAndTheSameQuestionTwiceGetsTwoReplies() {
        // Given
        String member = "u" + unique();

        // When
        sandbox.memberWrites(member, "我想退货");
        sandbox.memberWrites(member, "我想退货");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botToMember(member)).hasSize(2));
        assertThat(sandbox.botToMember(member))
                .allSatisfy(text -> assertThat(text).contains(REFUND));
    }

    @Test
    void aPictureIsLeftToPeopleAfterAWord() {
        // When
        sandbox.customerSends(customer, "image");

        // Then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sandbox.botTo(customer)).containsExactly("图片已收到,正在为您转人工。");
            assertThat(sandbox.serviceState(customer)).isEqualTo(2);
        });
    }

    @Test
    void theBotIsSilentWhileAColleagueServesAndBackAfterTheSessionsEnd() {
        // Given
        sandbox.customerWrites(customer, "转人工");
        await().atMost(SOON).until(() -> sandbox.serviceState(customer) == 2);
        sandbox.servicerTakes("zhangsan", customer);
        awaitState("HUMAN");

        // When
        sandbox.customerWrites(customer, "我想退货");
        awaitOutcome("WITH_PEOPLE");
        sandbox.servicerEnds("zhangsan", customer);
        awaitState("CLOSED");
        sandbox.customerWrites(customer, "我想退货");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer))
                        .filteredOn(text -> text.contains(REFUND))
                        .hasSize(1));
    }

    @Test
    void aDeadCrmDelaysNoReplyAndLosesNothing() {
        // Given
        sandbox.turn("crm", "down");
        String question = "我想退货" + unique();

        // When
        sandbox.customerWrites(customer, question);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sandbox.botTo(customer)).hasSize(1);
            assertThat(sandbox.tickets(question)).hasSize(1);
        });
        boolean contactWhileDown = sandbox.contactOf(customer) != null;
        sandbox.turn("crm", "ok");

        // Then
        assertThat(contactWhileDown).isFalse();
        await().atMost(Duration.ofSeconds(90)).until(() -> sandbox.contactOf(customer) != null);
    }

    @Test
    void aTicketSystemThatClosesConnectionsGetsItsTicketOnceWhenItIsBack() {
        // Given
        sandbox.turn("ticket", "refuse");
        String question = "我想退货" + unique();

        // When
        sandbox.customerWrites(customer, question);
        await().atMost(SOON).until(() -> sandbox.botTo(customer).size() == 1);
        sandbox.turn("ticket", "ok");

        // Then
        await().atMost(Duration.ofSeconds(90))
                .until(() -> sandbox.tickets(question).size() == 1);
    }

    @Test
    void aThrottleHoldsRepliesBackInOrderWhileTicketsGoOn() {
        // Given
        sandbox.turn("wecom", "throttled");
        String question = "我想退货" + unique();

        // When
        sandbox.customerWrites(customer, question);
        await().atMost(SOON).until(() -> sandbox.tickets(question).size() == 1);
        await().atMost(SOON).until(() -> waiting(ActionKind.REPLY) > 0);
        sandbox.turn("wecom", "ok");

        // Then
        await().atMost(Duration.ofSeconds(120))
                .until(() -> sandbox.botTo(customer).size() == 1);
    }

    @Test
    void anExpiredTokenIsRenewedWithoutAWord() {
        // Given
        sandbox.turn("wecom", "expire-tokens");

        // When
        sandbox.customerWrites(customer, "你好");

        // Then
        await().atMost(SOON).until(() -> sandbox.botTo(customer).size() == 1);
    }

    @Test
    void oldQuestionsOfAnAccountAreLeftToPeopleAndNeverAnswered() {
        // When
        sandbox.history(3, 1, "还在吗,我想退货" + unique());
        sandbox.customerWrites(customer, "你好");

        // Then
        await().atMost(SOON).untilAsserted(() -> {
            for (int i = 0; i < 3; i++) {
                assertThat(sandbox.serviceState("wmSandboxHistory" + i)).isEqualTo(2);
                assertThat(sandbox.botTo("wmSandboxHistory" + i)).isEmpty();
            }
        });
    }

    private static long waiting(ActionKind kind) {
        Long count = RunningBus.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM action WHERE kind = ? AND state = 'PARKED'", Long.class, kind.word());
        return count == null ? 0 : count;
    }

    private void awaitState(String state) {
        await().atMost(SOON).until(() -> countConversations(state) == 1);
    }

    private long countConversations(String state) {
        Long count = RunningBus.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM conversation WHERE peer = ? AND state = ?", Long.class, customer, state);
        return count == null ? 0 : count;
    }

    private void awaitOutcome(String outcome) {
        await().atMost(SOON).until(() -> {
            Long count = RunningBus.get()
                    .bean(JdbcTemplate.class)
                    .queryForObject(
                            "SELECT count(*) FROM event e JOIN conversation c ON c.id = e.conversation_id"
                                    + " WHERE c.peer = ? AND e.outcome = ?",
                            Long.class,
                            customer,
                            outcome);
            return count != null && count > 0;
        });
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
