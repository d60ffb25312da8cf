package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class TrialsControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void explainsWhichRuleActsAndWhy() {
        // When
        MvcTestResult result =
                send("/api/v1/rules/explain", "{\"text\": \"你好,我想退货,怎么办理?\", \"contact\": {\"name\": \"王芳\"}}");
        // Then
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.acting[0]").isEqualTo("refund-request");
        assertThat(result).bodyJson().extractingPath("$.matched[0].rule").isEqualTo("refund-request");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.matched[0].reason")
                .asString()
                .isNotBlank();
        assertThat(result)
                .bodyJson()
                .extractingPath("$.actions[0].messages[0]")
                .asString()
                .contains("王芳");
    }

    @Test
    void explainsThatTheFallbackAnswers() {
        // When
        MvcTestResult result = send("/api/v1/rules/explain", "{\"text\": \"今天天气怎么样\"}");
        // Then
        assertThat(result).bodyJson().extractingPath("$.acting.length()").isEqualTo(0);
        assertThat(result).bodyJson().extractingPath("$.actions[0].rule").isEqualTo("fallback");
    }

    @Test
    void explainsWhatAStoredContactWouldGet() {
        // Given
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.update(
                "INSERT INTO contact (id, kind, name, attributes, created_at, updated_at) VALUES ('c1', 'customer', '李雷',"
                        + " '{\"spent\": 12}', ?, ?)",
                now,
                now);
        jdbc.update(
                "INSERT INTO contact_identity (kind, issuer, identity_value, contact_id) VALUES ('external_userid', 'ww1',"
                        + " 'wmStored', 'c1')");
        jdbc.update("INSERT INTO contact_tag (contact_id, tag) VALUES ('c1', '黑名单')");
        jdbc.update(
                "INSERT INTO conversation (id, corp, channel, app, account, peer, contact_id, state, epoch, unanswered,"
                        + " reply_budget, last_customer_at, created_at, updated_at) VALUES ('k1', 'ww1', 'kf', 'service', 'wk1', 'wmStored',"
                        + " 'c1', 'HUMAN', 1, 1, 5, ?, ?, ?)",
                now,
                now,
                now);
        // When
        MvcTestResult known = send("/api/v1/rules/explain", "{\"text\": \"我想退货\", \"contact\": \"wmStored\"}");
        MvcTestResult nobody = send("/api/v1/rules/explain", "{\"text\": \"我想退货\", \"contact\": \"wmNobody\"}");
        // Then
        assertThat(known).bodyJson().extractingPath("$.acting.length()").isEqualTo(0);
        assertThat(known).bodyJson().extractingPath("$.nearMisses[0].failed").isEqualTo("属于除外情况:有标签“黑名单”");
        assertThat(known).bodyJson().extractingPath("$.candidates[0]").isEqualTo("refund-request");
        assertThat(known).bodyJson().extractingPath("$.note").asString().contains("HUMAN");
        assertThat(nobody).hasStatus(404);
    }

    @Test
    void explainsNothingAtAllAboutNothing() {
        assertThat(send("/api/v1/rules/explain", "{}")).hasStatusOk();
    }

    @Test
    void explainsWhatWouldHappenAtAnotherTimeOnAnAccount() {
        // When
        MvcTestResult result = send(
                "/api/v1/rules/explain",
                "{\"text\": \"在吗\", \"now\": \"2026-10-01 22:30\", \"event\": {\"account\": \"旗舰店\"},"
                        + " \"conversation\": {\"silent\": \"4d\"}}");
        // Then
        assertThat(result).hasStatusOk();
    }

    @Test
    void refusesATimeThatNobodyCanRead() {
        assertThat(send("/api/v1/rules/explain", "{\"text\": \"在吗\", \"now\": \"昨天\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("时刻要写成 2026-10-01 22:30");
    }

    @Test
    void mapsADocumentWithItsContextAndTracesEachField() {
        // When
        MvcTestResult result = send(
                "/api/v1/mappings/ticket-to-rest/try",
                "{\"in\": {\"subject\": \" 退货 \", \"floor\": 3}, \"context\": {\"channel\": \"kf\"}}");
        // Then
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.result.subject").isEqualTo("退货");
        assertThat(result).bodyJson().extractingPath("$.trace[1].steps[0].step").isEqualTo("trim");
        assertThat(result).bodyJson().extractingPath("$.unread[0]").isEqualTo("floor");
    }

    @Test
    void saysWhatADocumentViolatesWithoutTheValue() {
        // When
        MvcTestResult result =
                send("/api/v1/mappings/ticket-to-rest/try", "{\"subject\": \"x\", \"contact\": {\"phone\": \"没有电话\"}}");
        // Then
        assertThat(result).bodyJson().extractingPath("$.violations[0].target").isEqualTo("requester.phone");
        assertThat(result).bodyJson().extractingPath("$.violations[0].rule").isEqualTo("不是电话号码");
    }

    @Test
    void knowsNoMappingOfAnotherName() {
        assertThat(send("/api/v1/mappings/nothing/try", "{}")).hasStatus(404);
    }

    private MvcTestResult send(String uri, String body) {
        return mvc.perform(post(uri)
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
