package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApiTest
class DeadLettersControllerTest {

    private static final String ACTION = "0123456789abcdef0123456789abcdef";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private ApiApplication.RecordedEvents events;

    private BusRows rows;

    @BeforeEach
    void clear() {
        rows = new BusRows(jdbc);
        rows.clear();
        events.appended().clear();
    }

    @Test
    void listsTheOpenOnesInPages() {
        // Given
        for (int number = 0; number < 3; number++) {
            letters.addAction(ACTION, "crm contact-upsert", "没有权限", "403", 1, "abc");
        }
        letters.markDiscarded(newest());
        // When
        MvcTestResult result = mvc.perform(authorized(get("/api/v1/dead-letters?limit=1")));
        // Then
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(result).bodyJson().extractingPath("$.items[0].reason").isEqualTo("没有权限");
        assertThat(result).bodyJson().extractingPath("$.next").isNotNull();
    }

    @Test
    void performsAFailedActionAgain() {
        // Given
        rows.action(ACTION, "uid-1", "crm", "contact-upsert", "FAILED", null);
        letters.addAction(ACTION, "crm contact-upsert", "没有权限", "403", 3, "abc");
        // When
        MvcTestResult result = replay("");
        // Then
        assertThat(result).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("REPLAYED");
        assertThat(action())
                .containsEntry("state", "READY")
                .containsEntry("attempt", 0)
                .containsEntry("owner", null)
                .containsEntry("settled_at", null)
                .containsEntry("published_at", null);
    }

    @Test
    void asksBeforeItPerformsWhatCameTooLate() {
        // Given
        rows.action(ACTION, "uid-1", "crm", "contact-upsert", "FAILED", BusRows.START.plusSeconds(60));
        letters.addAction(ACTION, "crm contact-upsert", "没有权限", "403", 3, "abc");
        // When
        MvcTestResult asked = replay("");
        MvcTestResult confirmed = replay("?confirm=true");
        // Then
        assertThat(asked).hasStatus(409).bodyText().contains("confirm=true");
        assertThat(confirmed).hasStatusOk();
        Instant expires = jdbc.sql("SELECT expires_at FROM action")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(expires).isAfter(Instant.now());
    }

    @Test
    void decidesAnEventAgain() {
        // Given
        Event event = event();
        letters.addEvent(event, "读不懂", "X", "esb.events/0@1");
        rows.event(event.uid(), "ww1", "msg-1", event.type(), event.uid(), "POISON", null, "");
        jdbc.sql("INSERT INTO seen (uid, seen_at) VALUES (:uid, CURRENT_TIMESTAMP)")
                .param("uid", event.uid())
                .update();
        // When
        MvcTestResult result = replay("");
        // Then
        assertThat(result).hasStatusOk();
        assertThat(events.appended()).containsExactly(event);
        assertThat(events.appended().get(0).data()).isEqualTo(event.data());
        assertThat(count("seen")).isZero();
        assertThat(count("event")).isZero();
    }

    @Test
    void cannotReplayWhatCannotBeRead() {
        // Given
        letters.addRecord(DeadLetter.Kind.EVENT, "esb.events/0@1", "?", new byte[] {1}, "读不懂", "X");
        // When
        MvcTestResult result = replay("");
        // Then
        assertThat(result).hasStatus(409);
        assertThat(events.appended()).isEmpty();
    }

    @Test
    void discardsOnce() {
        // Given
        letters.addAction(ACTION, "crm contact-upsert", "没有权限", "403", 1, "abc");
        String uri = "/api/v1/dead-letters/" + newest() + "/discard";
        // When
        MvcTestResult first = mvc.perform(authorized(post(uri)));
        MvcTestResult second = mvc.perform(authorized(post(uri)));
        // Then
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("DISCARDED");
        assertThat(second).hasStatus(409);
    }

    private MvcTestResult replay(String query) {
        return mvc.perform(authorized(post("/api/v1/dead-letters/" + newest() + "/replay" + query)));
    }

    private long newest() {
        return letters.list(null, Long.MAX_VALUE, 1).get(0).id();
    }

    private Map<String, @Nullable Object> action() {
        return jdbc.sql("SELECT * FROM action").query().singleRow();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static Event event() {
        return Event.first(
                "ww1",
                "msg-1",
                "wecom.message.received",
                null,
                BusRows.START,
                "key",
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static MockHttpServletRequestBuilder authorized(MockHttpServletRequestBuilder request) {
        return request.header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER);
    }
}
