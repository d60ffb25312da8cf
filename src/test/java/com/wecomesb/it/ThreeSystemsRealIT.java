package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.kit.RealSystems;
import com.wecomesb.connector.kit.TrackerAgent;
import com.wecomesb.connector.kit.TrytonClerk;
import com.wecomesb.connector.kit.VendureShopper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One conversation through Tryton, Vendure and Request Tracker and back, by the whole running bus; only WeCom is simulated. With
 * {@code -Ddocs.write=true} it is written down in {@code docs/transcripts}.
 */
@ExtendWith(RealSystems.class)
class ThreeSystemsRealIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aQuestionTravelsThroughThreeSystemsAndItsAnswerComesBack(RealSystems.Started systems) throws IOException {
        // Given
        TrackerAgent agent = new TrackerAgent(systems.get("request-tracker"));
        TrytonClerk clerk = new TrytonClerk(systems.get("tryton"));
        VendureShopper shopper = new VendureShopper(systems.get("vendure"));
        JsonNode partyBefore = clerk.newestParty();
        String order = shopper.orders(1, 2);
        shopper.isSent(order, "SF1234567890");
        try (ConnectedBus bus = ConnectedBus.start(systems)) {
            Sandbox wecom = new Sandbox(bus.http());
            Transcript transcript = new Transcript("One conversation through three systems", bus);
            String customer = Sandbox.newCustomer();

            // When
            String question = "订单 " + order + " 的茶叶少了一包 𠮷😀";
            wecom.customerWrites(customer, question);
            transcript.says("The customer", "asks in WeChat", question);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(wecom.botTo(customer)).anyMatch(text -> text.contains("SF1234567890")));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    agent.newestTicket().path("Subject").asText())
                            .contains(order));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(clerk.newestParty().path("id")).isNotEqualTo(partyBefore.path("id")));
            JsonNode ticket = agent.newestTicket();
            String number = ticket.path("id").asText();
            transcript.replies(wecom.botTo(customer));
            transcript.has("Tryton", "the contact", clerk.newestParty());
            transcript.has("Request Tracker", "the ticket", Transcript.ticket(ticket));
            transcript.wire("Over the wire until here");

            String more = "包装是破的\n请尽快处理 😀";
            wecom.customerWrites(customer, more);
            transcript.says("The customer", "adds", more);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(agent.texts(number).toString()).contains("请尽快处理 😀"));
            transcript.has(
                    "Request Tracker",
                    "the customer's words on the ticket",
                    agent.texts(number).path("items").findValues("Content"));

            agent.notes(number, "仓库说会补发(内部)");
            agent.answers(number, "<p>您好,已为您补发一包,单号 <b>SF998</b> 🎁</p>");
            transcript.says("The colleague", "answers in Request Tracker", "您好,已为您补发一包,单号 SF998 🎁");

            // Then
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(wecom.botTo(customer)).anyMatch(text -> text.contains("单号 SF998 🎁")));
            assertThat(wecom.botTo(customer)).noneMatch(text -> text.contains("内部"));
            agent.resolves(number);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(wecom.botTo(customer)).anyMatch(text -> text.contains("已经处理完毕")));
            transcript.replies(wecom.botTo(customer));
            transcript.wire("Over the wire since then");
            assertThat(wecom.botTo(customer))
                    .filteredOn(text -> text.contains("SF998"))
                    .as("the answer reaches the customer once")
                    .hasSize(1);
            transcript.writeIfAsked("three-systems.md");
        }
    }
}
