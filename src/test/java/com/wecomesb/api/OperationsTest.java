package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class OperationsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        new BusRows(jdbc).clear();
    }

    @Test
    void pausesAndResumes() {
        // When
        MvcTestResult paused =
                send(HttpMethod.POST, "/api/v1/gates", "{\"scope\": \"system:crm\", \"reason\": \"升级\"}");
        MvcTestResult again =
                send(HttpMethod.POST, "/api/v1/gates", "{\"scope\": \"system:crm\", \"reason\": \"还在升级\"}");
        MvcTestResult resumed = send(HttpMethod.DELETE, "/api/v1/gates/system:crm", "");
        // Then
        assertThat(paused)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].kind")
                .isEqualTo("pause");
        assertThat(again)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].reason")
                .isEqualTo("还在升级");
        assertThat(resumed)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(send(HttpMethod.DELETE, "/api/v1/gates/system:crm", "")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everything", "destination:mail", "system:", "system:a b", "wecom:ww1:kf/send_msg"})
    void refusesScopesThatDoNotExist(String scope) {
        assertThat(send(HttpMethod.POST, "/api/v1/gates", "{\"scope\": \"" + scope + "\"}"))
                .hasStatus(400);
    }

    @Test
    void showsAtOneGlanceWhatWaits() {
        // Given
        BusRows rows = new BusRows(jdbc);
        rows.action("a".repeat(32), "uid-1", "crm", "contact-upsert", "PARKED", null);
        rows.action("b".repeat(32), "uid-1", "crm", "contact-upsert", "READY", null);
        send(HttpMethod.POST, "/api/v1/gates", "{\"scope\": \"bot\"}");
        // When
        MvcTestResult result = send(HttpMethod.GET, "/api/v1/status", "");
        // Then
        assertThat(result).hasStatusOk();
        assertThat(result)
                .bodyJson()
                .extractingPath("$.waiting[?(@.kind=='crm')].count")
                .asArray()
                .containsExactly(2);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.waiting[?(@.kind=='reply')].count")
                .asArray()
                .containsExactly(0);
        assertThat(result).bodyJson().extractingPath("$.gates[0].scope").isEqualTo("bot");
        assertThat(result).bodyJson().extractingPath("$.mistakes.length()").isEqualTo(0);
        assertThat(result).bodyJson().extractingPath("$.snapshot").asString().hasSize(12);
    }

    @Test
    void drainsAndTakesPartAgain() {
        // When
        MvcTestResult drained = send(HttpMethod.POST, "/api/v1/drain", "");
        MvcTestResult back = send(HttpMethod.DELETE, "/api/v1/drain", "");
        // Then
        assertThat(drained).hasStatusOk().bodyJson().extractingPath("$.drained").isEqualTo(true);
        assertThat(back).hasStatusOk().bodyJson().extractingPath("$.drained").isEqualTo(false);
    }

    @Test
    void passesOnWhatTheDoctorFound() {
        assertThat(send(HttpMethod.GET, "/api/v1/doctor", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.findings[0].check")
                .isEqualTo("callback");
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        return mvc.perform(request(method, uri)
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
