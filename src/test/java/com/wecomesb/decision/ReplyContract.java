package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the messages of a reply and of what the customer wrote in them, the same on every database. */
abstract class ReplyContract extends DecideStep {

    ReplyContract(TestDatabase database) {
        super(database);
    }

    @Test
    void theMessagesOfAnAnswerAreActionsOfTheirOwnDueInTheirTurn() {
        // Given
        decide.follow("rules: [{id: how, when: {keywords: 流程}, then: [{reply: steps}, {handoff: 售后组}]}]", """
                replies:
                  - id: steps
                    messages: [{text: 见图}, {pause: 500ms}, {image: files/a.png}, {pause: 1s}, {text: 好}]
                """);

        // When
        decide.now(events.kf("m1", "wm1", "流程"));

        // Then
        assertThat(decided.pauses()).containsExactly(0L, 500L, 1500L, 0L);
        assertThat(decided.payloads().get(1).path("media").toString())
                .isEqualTo("{\"path\":\"replies/files/a.png\",\"kind\":\"image\",\"field\":\"media_id\"}");
        assertThat(decided.payloads().get(1).path("body").path("image").isEmpty())
                .isTrue();
        assertThat(decided.payloads().get(3).path("body").path("service_state").asInt())
                .isEqualTo(2);
    }

    @Test
    void theWordingThatWasChosenIsNotedWithTheAction() {
        // Given
        decide.follow("rules: [{id: price, when: {keywords: 价格}, then: [{set: {style: 活泼}}, {reply: price}]}]", """
                replies:
                  - id: price
                    messages: [{text: 您好}]
                    styles:
                      活泼:
                        variants:
                          - {name: 一, messages: [{text: 哈喽}]}
                          - {name: 二, messages: [{text: 嗨}]}
                """);

        // When
        decide.now(events.kf("m1", "wm1", "价格"));
        decide.now(events.kf("m2", "wm1", "价格"));

        // Then
        JsonNode first = decided.payloads().get(0);
        JsonNode second = decided.payloads().get(1);
        assertThat(second.path("reply").path("style").asText()).isEqualTo("活泼");
        assertThat(second.path("reply").path("variant").asText()).isIn("一", "二");
        assertThat(first.path("reply").path("id").asText()).isEqualTo("price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ contact.id }}",
                "{% for i in (1..9) %}{{ contact.id }}{% endfor %}",
                "{% raw %}{{ contact.id }}{% endraw %}",
                "${contact.id}",
                "${bean:worker?method=perform}",
                "{{esb.wecom.apps.service.secret}}",
                "' | append: contact.id }}"
            })
    void codeThatACustomerWritesIsSaidAndWrittenDownAsItIs(String code) {
        // Given
        decide.follow(
                "rules: [{id: echo, when: {regex: \"说(?P<what>.*)\"}, then: [{reply: echo}, {reply: {text: \"[{{ match.what }}]\"}},"
                        + " {ticket: {do: ticket-create, subject: \"{{ event.text }}\"}}]}]",
                "replies: [{id: echo, messages: [{text: \"[{{ event.text }}]\"}]}]");

        // When
        decide.now(events.kf("m1", "wm1", "说" + code));

        // Then
        assertThat(decided.payloads()
                        .get(0)
                        .path("body")
                        .path("text")
                        .path("content")
                        .asText())
                .isEqualTo("[说" + code + "]");
        assertThat(decided.payloads()
                        .get(1)
                        .path("body")
                        .path("text")
                        .path("content")
                        .asText())
                .isEqualToIgnoringCase("[" + code + "]");
        assertThat(decided.payload("ticket")).contains("\"subject\":\"说" + code + "\"");
    }

    @Test
    void aMessageOfAMegabyteIsAnsweredLikeAnyOther() {
        // Given
        decide.follow(
                "rules: [{id: echo, when: {keywords: 退}, then: [{reply: {text: \"您说:{{ event.text }}\"}}]}]",
                "replies: [{id: fallback, messages: [{text: 您好}]}]");

        // When
        decide.now(events.kf("m1", "wm1", "退".repeat(350_000)));

        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED echo");
        assertThat(decided.payloads()).hasSize(2);
    }
}
