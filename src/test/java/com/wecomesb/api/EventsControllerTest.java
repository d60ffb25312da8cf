package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class EventsControllerTest {

    private static final String ACTION = "0123456789abcdef0123456789abcdef";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private BusRows rows;

    @BeforeEach
    void fill() {
        rows = new BusRows(jdbc);
        rows.clear();
    }

    @Test
    void listsEventsInPagesTheNewestFirst() throws IOException {
        // Given
        for (int number = 1; number <= 5; number++) {
            rows.customerMessage("uid-" + number, "msg-" + number, "第" + number + "条");
        }
        // When
        JsonNode first = read("/api/v1/events?limit=2");
        JsonNode second =
                read("/api/v1/events?limit=2&cursor=" + first.path("next").asText());
        JsonNode third =
                read("/api/v1/events?limit=2&cursor=" + second.path("next").asText());
        // Then
        assertThat(first.findValuesAsText("uid")).containsExactly("uid-5", "uid-4");
        assertThat(second.findValuesAsText("uid")).containsExactly("uid-3", "uid-2");
        assertThat(third.findValuesAsText("uid")).containsExactly("uid-1");
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(first.path("items")
                        .get(0)
                        .path("data")
                        .path("message")
                        .path("text")
                        .asText())
                .isEqualTo("第5条");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid-1", "msg-1", ACTION, "T-7", "contact-1", "conversation-1", "wmZhang"})
    void findsTheTraceByWhateverIsAtHand(String id) throws IOException {
        // Given
        rows.customerMessage("uid-1", "kf:msg-1", "我想退货");
        rows.action(ACTION, "uid-1", "ticket", "ticket-create", "DONE", null);
        rows.identity("contact-1", "wmZhang");
        // When
        JsonNode answer = read("/api/v1/trace/" + id);
        // Then
        assertThat(answer.path("traces")).hasSize(1);
        JsonNode trace = answer.path("traces").get(0);
        assertThat(trace.path("causality").asText()).isEqualTo("uid-1");
        assertThat(trace.path("events")).hasSize(1);
        assertThat(trace.path("actions").get(0).path("remoteId").asText()).isEqualTo("T-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact-9", "wmLi"})
    void findsAContactThatOnlyASyncKnowsWithItsLinksAndActions(String id) throws IOException {
        // Given
        rows.link("contact-9", "R9");
        rows.identity("contact-9", "wmLi");
        rows.action(ACTION, ACTION, "crm", "contact-upsert", "DONE", null);
        jdbc.sql("UPDATE action SET contact_id = 'contact-9', lane = 'crm:contact-9:crm'")
                .update();
        // When
        JsonNode answer = read("/api/v1/trace/" + id);
        // Then
        assertThat(answer.path("links"))
                .singleElement()
                .extracting(
                        link -> link.path("system").asText(),
                        link -> link.path("record").asText(),
                        link -> link.path("contact").asText(),
                        link -> link.path("synchronisedAt").asText())
                .containsExactly("crm", "R9", "contact-9", "2026-11-20T08:00:00Z");
        assertThat(answer.path("traces").findValuesAsText("verb")).containsExactly("contact-upsert");
    }

    @Test
    void aContactThatNothingWasDoneAboutHasItsLinks() throws IOException {
        // Given
        rows.link("contact-9", "R9");
        // When
        JsonNode answer = read("/api/v1/trace/contact-9");
        // Then
        assertThat(answer.path("links").findValuesAsText("record")).containsExactly("R9");
        assertThat(answer.path("traces")).isEmpty();
    }

    @Test
    void tellsTheStepsWithTheirMilliseconds() throws IOException {
        // Given
        rows.customerMessage("uid-1", "msg-1", "我想退货");
        rows.action(ACTION, "uid-1", "ticket", "ticket-create", "DONE", null);
        // When
        JsonNode steps = read("/api/v1/trace/uid-1").path("traces").get(0).path("steps");
        // Then
        assertThat(steps)
                .extracting(step ->
                        step.path("ms").asLong() + " " + step.path("what").asText() + " | "
                                + step.path("detail").asText() + " | "
                                + step.path("level").asText())
                .containsExactly(
                        "0 收到客户消息 |  | ",
                        "20 规则 refund-request 生效 | 包含“退货” | done",
                        "20 差一点命中 | price:没有“价格” | ",
                        "75 创建工单:完成 | a reason,编号 T-7,用时 50 ms,第 3 次 | done");
    }

    @Test
    void showsWhatTheOutcomeLedTo() throws IOException {
        // Given
        rows.customerMessage("uid-1", "msg-1", "订单到哪了");
        rows.event("uid-2", "esb", ACTION + "/DONE", "esb.shop.order-find.done", "uid-1", "DECIDED", "order", "");
        // When
        JsonNode trace = read("/api/v1/trace/msg-1").path("traces").get(0);
        // Then
        assertThat(trace.path("events")).hasSize(2);
        assertThat(trace.path("steps").findValuesAsText("what")).contains("根据结果继续");
    }

    @Test
    void findsAnEventThatNeverGotAsFarAsADecision() throws IOException {
        // Given
        jdbc.sql("INSERT INTO dead_letter (kind, reference, type, reason, attempts, state, created_at)"
                        + " VALUES ('event', 'uid-9', 'x', '读不懂', 1, 'OPEN', CURRENT_TIMESTAMP)")
                .update();
        // When
        JsonNode trace = read("/api/v1/trace/uid-9").path("traces").get(0);
        // Then
        assertThat(trace.path("deadLetters").get(0).path("reason").asText()).isEqualTo("读不懂");
    }

    private JsonNode read(String uri) throws IOException {
        MvcTestResult result = mvc.perform(get(uri).header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
        assertThat(result).hasStatusOk();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
