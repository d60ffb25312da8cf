package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.api.ApiApplication.RecordedHints;
import com.wecomesb.bus.Hint;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ChangesControllerTest {

    private static final Instant THEN = Instant.parse("2026-11-21T10:00:00Z");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RecordedHints hints;

    @BeforeEach
    void clear() {
        new BusRows(jdbc).clear();
        hints.appended().clear();
        jdbc.sql("DELETE FROM record_hint").update();
        jdbc.sql("DELETE FROM change_cursor").update();
    }

    @Test
    void showsHowFarChangesWereReadAndWhatWaits() {
        // Given
        jdbc.sql("INSERT INTO change_cursor (system, kind, cursor_value, moves, baseline, next_poll_at, trouble)"
                        + " VALUES ('ticket', 'ticket', '\"c1\"', 3, FALSE, :then, '游标没有前进')")
                .param("then", THEN.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "INSERT INTO record_hint (system, kind, record_id, first_at, latest_at, wanted_at, due_at, attempt, stamp,"
                                + " reason) VALUES ('ticket', 'ticket', '7', :then, :then, :then, :then, 2, 1, '记录还不存在')")
                .param("then", THEN.atOffset(ZoneOffset.UTC))
                .update();

        // When
        MvcTestResult answer = get("/api/v1/changes");

        // Then
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.feeds[0].trouble")
                .isEqualTo("游标没有前进");
        assertThat(answer).bodyJson().extractingPath("$.waiting").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.records[0].attempts").isEqualTo(2);
    }

    @Test
    void aRecordOrAListIsReadOnDemand() {
        // When
        MvcTestResult one = post("/api/v1/changes/ticket/ticket/7");
        MvcTestResult all = post("/api/v1/changes/ticket/ticket");

        // Then
        assertThat(one).hasStatus(202);
        assertThat(all).hasStatus(202);
        assertThat(hints.appended())
                .extracting(Hint::key)
                .containsExactly("record:ticket:ticket:7", "record:ticket:ticket:");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/changes/nobody/ticket/7, 404", "/api/v1/changes/ticket/mail/7, 400"})
    void whatMakesNoSenseIsRefused(String path, int status) {
        // When
        MvcTestResult answer = post(path);

        // Then
        assertThat(answer).hasStatus(status);
    }

    @Test
    void listsTheWebhooksThatWentOutByPages() {
        // Given
        BusRows rows = new BusRows(jdbc);
        rows.webhook("w1", "crm", 1, "DONE");
        rows.webhook("w2", "crm", 2, "FAILED");
        rows.webhook("w3", "crm", 3, "PARKED");

        // When
        MvcTestResult first = get("/api/v1/webhooks/deliveries?limit=2");
        MvcTestResult rest = get("/api/v1/webhooks/deliveries?target=crm&limit=2&cursor=2");

        // Then
        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly("w3", "w2");
        assertThat(first).bodyJson().extractingPath("$.next").isEqualTo("2");
        assertThat(rest).bodyJson().extractingPath("$.items[*].state").asArray().containsExactly("DONE");
        assertThat(get("/api/v1/webhooks/deliveries?target=nobody"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .exchange();
    }
}
