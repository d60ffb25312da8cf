package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActionSpecTest {

    private static final String LOOK_UP = """
            rules:
              - id: a
                then:
                  - shop: {do: order-find, system: youzan, with: {id: "{{ match.order }}"}, as: order, wait: 1500ms}
                    found: [{reply: order-status}]
                    missing: [{reply: {text: 没有}}]
                    failed: [{reply: order-later}, {schedule: {after: 1h, then: [{notify: 售后组}]}}]
            """;

    static Stream<Arguments> actions() {
        return Stream.of(
                argumentSet("a reply", "reply: hello", "reply", "{\"id\":\"hello\"}"),
                argumentSet("a reply in place", "reply: {text: 你好}", "reply", "{\"text\":\"你好\"}"),
                argumentSet("a group that is told", "notify: 售后组", "notify", "{\"to\":\"售后组\"}"),
                argumentSet(
                        "a group and words", "notify: {to: 售后组, text: 快}", "notify", "{\"to\":\"售后组\",\"text\":\"快\"}"),
                argumentSet("a handoff", "handoff: 售后组", "handoff", "{\"to\":\"售后组\"}"),
                argumentSet("a handoff to anybody", "handoff: {}", "handoff", "{}"),
                argumentSet("a handoff without anything", "handoff:", "handoff", "{}"),
                argumentSet(
                        "tags",
                        "tag: {add: [VIP, 007], remove: 新客}",
                        "tag",
                        "{\"add\":[\"VIP\",\"007\"],\"remove\":[\"新客\"]}"),
                argumentSet("a tag", "tag: VIP", "tag", "{\"add\":[\"VIP\"]}"),
                argumentSet(
                        "members that are told",
                        "notify: {users: [a, b], text: 快}",
                        "notify",
                        "{\"users\":[\"a\",\"b\"],\"text\":\"快\"}"),
                argumentSet(
                        "something later",
                        "schedule: {after: 90m, unless: answered, then: [{reply: x}]}",
                        "schedule",
                        "{\"after\":\"PT1H30M\",\"unless\":\"answered\"}"),
                argumentSet(
                        "something at a time of day",
                        "schedule: {at: 09:30, then: [{reply: x}]}",
                        "schedule",
                        "{\"at\":\"09:30\"}"),
                argumentSet("a webhook", "webhook: erp", "webhook", "{\"to\":\"erp\"}"),
                argumentSet("an attribute", "set: {as: 3}", "set", "{\"as\":3}"),
                argumentSet(
                        "a call",
                        "crm: {do: contact-upsert, with: {stage: new}}",
                        "crm",
                        "{\"with\":{\"stage\":\"new\"}}"));
    }

    @ParameterizedTest
    @MethodSource
    void actions(String written, String kind, String parameters) {
        // When
        ActionSpec spec = then("rules: [{id: a, then: [{" + written + "}]}]").get(0);
        // Then
        assertThat(spec.kind()).isEqualTo(kind);
        assertThat(spec.parameters()).hasToString(parameters);
    }

    @Test
    void aLookUpHasBranchesAndADeadline() {
        // When
        ActionSpec spec = then(LOOK_UP).get(0);
        // Then
        assertThat(spec.verb()).isEqualTo("order-find");
        assertThat(spec.system()).isEqualTo("youzan");
        assertThat(spec.as()).isEqualTo("order");
        assertThat(spec.deadline()).hasMillis(1500);
        assertThat(spec.parameters()).hasToString("{\"with\":{\"id\":\"{{ match.order }}\"}}");
        assertThat(spec.where()).hasToString("rules/test.yaml:4:9");
        assertThat(spec.replyIds()).containsExactly("order-status", "order-later");
    }

    @Test
    void whatStandsBesideALookUpCountsAsWell() {
        // Given
        String beside = LOOK_UP.replace(", as: order, wait: 1500ms}", "}\n        as: order\n        wait: 1500ms");
        // When
        List<ActionSpec> specs = then(beside);
        // Then
        assertThat(ActionSpecJson.of(specs)).isEqualTo(ActionSpecJson.of(then(LOOK_UP)));
    }

    @Test
    void survivesTheWayThroughTheDatabase() {
        // Given
        List<ActionSpec> specs = then(LOOK_UP);
        // When
        List<ActionSpec> read = ActionSpecJson.read(ActionSpecJson.of(specs));
        // Then
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*where")
                .isEqualTo(specs);
    }

    private static List<ActionSpec> then(String file) {
        return RuleFiles.read(file).rules().get(0).then();
    }
}
