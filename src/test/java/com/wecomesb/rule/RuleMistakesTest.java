package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a rule that is written wrongly, and of whole files. */
class RuleMistakesTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "an unknown key",
                        "priorty: 3",
                        ":3:5: 规则里没有“priorty”,是不是“priority”?可用:id、description、priority、also、event、when、unless、then、examples、cooldown、valid、rollout、confirm、ask"),
                rule("a pause in words", "cooldown: 一小时", ":3:15: 时长要写成 3s、500ms、10m 这样"),
                rule("no pause", "cooldown: 0m", ":3:15: cooldown 要大于 0"),
                rule("a share without percent", "rollout: 20", ":3:14: rollout 要写成 20% 这样,0% 到 100%"),
                rule("more than all", "rollout: 101%", ":3:14: rollout 要写成 20% 这样,0% 到 100%"),
                rule("a date in words", "valid: {from: 11月1日}", ":3:19: 日期要写成 2026-11-01,或者带时间 2026-11-01 09:30"),
                rule(
                        "a date that no calendar has",
                        "valid: {until: 2026-02-30}",
                        ":3:20: 日期要写成 2026-11-01,或者带时间 2026-11-01 09:30"),
                rule(
                        "a time without end or beginning",
                        "valid: {}",
                        ":3:12: valid 要写成 {from: 2026-11-01, until: 2026-11-12},可以只写一个"),
                rule(
                        "an end before the beginning",
                        "valid: {from: 2026-11-12, until: 2026-11-01}",
                        ":3:12: valid 的 until 要在 from 之后"),
                rule(
                        "a question that is missing",
                        "confirm: true",
                        ":2:5: confirm 要有 ask:问客户的话,例如 ask: 怎么退换货(会问“您是想问‘怎么退换货’吗?”)"),
                rule(
                        "a confirmation in words",
                        "confirm: 要\n    ask: 退货",
                        ":3:14: confirm 要写 true、always,或者 {below: 0.8}"),
                rule(
                        "a question to nobody",
                        "confirm: always\n    ask: 退货\n    event: ticket.closed",
                        ":3:14: confirm 只用于客户发来的消息(wecom.message.received)"),
                rule("a score above one", "confirm: {below: 80}\n    ask: 退货", ":3:22: below 要写 0 到 1 之间的数,例如 0.8"),
                rule("a priority in words", "priority: high", ":3:15: priority 要写整数"),
                rule("also as something else", "also: yes", ":3:11: also 只能是 true 或 false"),
                rule("an event in words", "event: 收到消息", ":3:12: 事件类型写成 wecom.message.received 这样,通配符是 *"),
                rule(
                        "a comma in a text without quotes",
                        "examples: [{text: 你好,在吗, expect: a}]",
                        ":3:26: “在吗”没有值;文字里有逗号时整段要加引号"),
                rule("a key twice", "priority: 1\n    priority: 2", ":4:5: “priority”出现了两次"));
    }

    private static Arguments rule(String name, String line, String... mistakes) {
        return argumentSet(
                name, "rules:\n  - id: a\n    %s\n    then: [{reply: x}]".formatted(line), List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource
    void rules(String file, List<String> mistakes) {
        assertThat(RuleFiles.mistakes(file))
                .containsExactlyElementsOf(mistakes.stream()
                        .map(mistake -> "rules/test.yaml" + mistake)
                        .toList());
    }

    @Test
    void aFullWidthColonIsNamedWhereverYamlStumbles() {
        assertThat(RuleFiles.mistakes("rules:\n  - id: a\n    priority：10\n    then: [{reply: x}]"))
                .containsExactly("rules/test.yaml:3:1: 第3行:全角冒号“：”,请改为“: ”");
        assertThat(RuleFiles.mistakes("rules: [{id: a, then: [{reply: x}], also：true}]"))
                .containsExactly("rules/test.yaml:1:37: 规则里没有“also：true”:全角冒号“：”,请改为“: ”");
    }

    @Test
    void anIdIsUsedOnceAmongAllFiles() {
        assertThat(RuleFiles.mistakes(
                        "rules:\n  - {id: a, then: [{reply: x}]}", "rules:\n  - then: [{reply: x}]\n    id: a"))
                .containsExactly("rules/test2.yaml:3:9: 规则 id“a”已经在 rules/test1.yaml:2 用过");
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        assertThat(RuleFiles.mistakes(
                        "rules:\n  - {id: a, then: [{repl: x}], when: {tags: b}}",
                        "rule: []",
                        "rules: [{id: b, also: maybe, then: [{handoff: {too: c}}]}]"))
                .hasSize(6);
    }

    @Test
    void anExampleThatDoesNotHoldIsAMistake() {
        assertThat(RuleFiles.mistakes("""
                        rules:
                          - id: a
                            when: {keywords: [退货]}
                            then: [{reply: x}]
                            examples:
                              - 退货
                              - 换货
                              - {text: 我要退货, expect: none}
                              - {event: {message: {type: image}}}
                        """))
                .containsExactly(
                        "rules/test.yaml:7:9: 例句“换货”应由 a 处理,实际是 none",
                        "rules/test.yaml:8:9: 例句“我要退货”应由 none 处理,实际是 a",
                        "rules/test.yaml:9:9: 例句应由 a 处理,实际是 none");
    }

    @Test
    void theSchemaHasTheLastWord() {
        assertThat(RuleFiles.mistakes("rules:\n  - id: a\n    description: [1]\n    then: [{reply: x}]"))
                .singleElement()
                .asString()
                .startsWith("rules/test.yaml:3:18: 不符合格式:");
    }
}
