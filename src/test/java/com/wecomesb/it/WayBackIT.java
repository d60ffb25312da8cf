package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens in the company's systems reaches the customer in WeCom, and what the customer adds reaches them. */
class WayBackIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String CONTROL = "/sandbox/control";

    private final Http http = RunningBus.get().http();
    private final Sandbox sandbox = new Sandbox(http);
    private final String customer = Sandbox.newCustomer();

    @Test
    void aPublicReplyToATicketReachesTheCustomerOnce() {
        // Given
        String ticket = ticketOf("我想退货 " + unique());

        // When
        http.post(CONTROL + "/tickets/" + ticket + "/replies", Map.of("text", "请把商品寄回杭州仓 😀"));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).anyMatch(text -> text.contains("寄回杭州仓 😀")));
        http.put(CONTROL + "/tickets/" + ticket, Map.of("status", "resolved"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).anyMatch(text -> text.contains("已经处理完毕")));
        assertThat(sandbox.botTo(customer))
                .filteredOn(text -> text.contains("寄回杭州仓"))
                .hasSize(1);
    }

    @Test
    void anInternalNoteStaysInside() {
        // Given
        String ticket = ticketOf("我想退货 " + unique());

        // When
        http.post(CONTROL + "/tickets/" + ticket + "/replies", Map.of("text", "客户是老用户", "public", false));
        http.post(CONTROL + "/tickets/" + ticket + "/replies", Map.of("text", "已安排上门取件"));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).anyMatch(text -> text.contains("上门取件")));
        assertThat(sandbox.botTo(customer)).noneMatch(text -> text.contains("老用户"));
    }

    @Test
    void whatTheCustomerAddsBecomesACommentAndDoesNotComeBack() {
        // Given
        String ticket = ticketOf("我想退货 " + unique());
        String more = "包装已经扔掉了 " + unique();

        // When
        sandbox.customerWrites(customer, more);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(comments(ticket)).containsExactly(more));
        http.post(CONTROL + "/tickets/" + ticket + "/replies", Map.of("text", "没关系,直接寄回"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).anyMatch(text -> text.contains("直接寄回")));
        assertThat(sandbox.botTo(customer)).noneMatch(text -> text.contains("包装已经扔掉了"));
    }

    @Test
    void theSameRequestAgainIsNotedOnTheOpenTicketInsteadOfOpeningASecond() {
        // Given
        String ticket = ticketOf("我想退货 " + unique());
        String again = "我想退货,快点 " + unique();

        // When
        sandbox.customerWrites(customer, again);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(comments(ticket)).containsExactly(again));
        assertThat(tickets(again)).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer))
                        .filteredOn(text -> text.contains("七天内可无理由退换"))
                        .hasSize(2));
    }

    @Test
    void aShippedOrderIsToldToItsBuyer() {
        // Given
        sandbox.customerWrites(customer, "在吗");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).hasSize(1));
        String order = Long.toString(20261100000000L + Integer.toUnsignedLong(customer.hashCode()));
        http.put(
                CONTROL + "/orders/" + order,
                Map.of("buyer", customer, "status", "paid", "createdAt", "2026-11-21T10:00:00+08:00"));

        // When
        http.put(
                CONTROL + "/orders/" + order,
                Map.of("status", "shipped", "logistics", Map.of("company", "顺丰速运", "trackingNo", "SF777")));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer))
                        .filteredOn(text -> text.contains("已发货"))
                        .singleElement()
                        .asString()
                        .contains("SF777"));
    }

    private String ticketOf(String words) {
        sandbox.customerWrites(customer, words);
        await().atMost(SOON).untilAsserted(() -> assertThat(tickets(words)).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sandbox.botTo(customer)).isNotEmpty());
        return tickets(words).get(0).path("id").asText();
    }

    private List<JsonNode> tickets(String words) {
        return stream(http.get(CONTROL + "/ledger").path("tickets"))
                .filter(ticket -> ticket.path("description").asText().equals(words))
                .toList();
    }

    private List<String> comments(String ticket) {
        return stream(http.get(CONTROL + "/ledger").path("tickets"))
                .filter(one -> one.path("id").asText().equals(ticket))
                .flatMap(one -> stream(one.path("comments")))
                .map(comment -> comment.path("text").asText())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
