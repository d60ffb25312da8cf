package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistakes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetTest {

    private static final String RETURNS = """
            vocabularies:
              退货: [退货, 退款]
              不要退: [不退了, 不想退]
            rules:
              - id: refund
                priority: 100
                when:
                  keywords: {any: [$退货], except: [$不要退, 退群]}
                unless: {tag: 黑名单}
                then: [{reply: refund-how-to}]
              - id: greeting
                priority: 10
                when: {keywords: {any: [你好]}}
                then: [{reply: hello}]
              - id: note
                priority: 1
                also: true
                when: {keywords: {any: [你好]}}
                then: [{reply: never-sent}, {crm: {do: contact-upsert}}]
            """;

    @ParameterizedTest
    @CsvSource({
        "我想退货, refund",
        "我想退 货, none",
        "我想退貨, refund",
        "我想退\u200b货, refund",
        "我不想退货, none",
        "退货怎么退群, none",
        "你好, greeting",
        "ＲＥＦＵＮＤ, none"
    })
    void theHighestPriorityThatMatchesActs(String text, String rule) {
        assertThat(RuleFiles.acting(RuleFiles.read(RETURNS), text)).isEqualTo(rule);
    }

    @Test
    void anotherActsBesideItOnlyWhenItSaysSo() {
        // When
        Verdict verdict = RuleFiles.read(RETURNS).decide(RuleFiles.says("你好,我想退货"));

        // Then
        assertThat(verdict.acting()).extracting(match -> match.rule().id()).containsExactly("refund", "note");
        assertThat(verdict.matched())
                .extracting(match -> match.rule().id())
                .containsExactly("refund", "greeting", "note");
    }

    @Test
    void aNearMissSaysWhichConditionFailed() {
        // When
        Verdict verdict = RuleFiles.read(RETURNS).decide(RuleFiles.says("我不想退货了"));

        // Then
        assertThat(verdict.nearMisses())
                .extracting(miss -> miss.rule().id() + ":" + miss.failed())
                .containsExactly("refund:含有排除词“不想退”");
    }

    @Test
    void namedGroupsBecomeVariablesAndKeepTheirCase() {
        // Given
        RuleSet rules = RuleFiles.read("""
                rules:
                  - id: order
                    when: {regex: "订单(号)?[ ::]*(?P<order>[A-Z0-9]{8,20})"}
                    then: [{reply: x}]
                """);

        // When
        Verdict verdict = rules.decide(RuleFiles.says("我的訂單號:AB１２３４５６到哪了"));

        // Then
        assertThat(verdict.acting().get(0).variables()).containsEntry("order", "AB123456");
    }

    @Test
    void aRegexThatExplodesElsewhereIsLinearHere() {
        // Given
        RuleSet rules = RuleFiles.read("rules: [{id: evil, when: {regex: '(.*退){12}款'}, then: [{reply: x}]}]");

        // When
        String acting = RuleFiles.acting(rules, "退".repeat(2000));

        // Then
        assertThat(acting).isEqualTo("none");
    }

    @Test
    void aWildcardNeverMeansTheBusItself() {
        EventTypes all = new EventTypes(List.of("*"));
        EventTypes outcome = new EventTypes(List.of("esb.ticket.*"));

        assertThat(all.contain("shop.order.paid")).isTrue();
        assertThat(all.contain("esb.ticket.ticket-create.done")).isFalse();
        assertThat(outcome.contain("esb.ticket.ticket-create.done")).isTrue();
    }

    static Stream<Arguments> whatPeopleTypeWrongly() {
        return Stream.of(
                argumentSet(
                        "an unknown vocabulary",
                        "rules:\n  - id: a\n    when: {keywords: {any: [$退贷]}}\n    then: [{reply: x}]",
                        "rules/test.yaml:3:29: 没有词表“$退贷”"),
                argumentSet(
                        "a full-width colon",
                        "rules:\n  - id: a\n    priority：10\n    then: [{reply: x}]",
                        "rules/test.yaml:3:1: 第3行:全角冒号“：”"),
                argumentSet(
                        "an unknown condition",
                        "rules:\n  - id: a\n    when: {keyword: 退货}\n    then: [{reply: x}]",
                        "rules/test.yaml:3:12: 没有条件“keyword”"),
                argumentSet(
                        "a word of a later version",
                        "rules:\n  - id: a\n    then: [{dialog: x}]",
                        "rules/test.yaml:3:13: 动作“dialog”以后的版本才支持"),
                argumentSet(
                        "an id twice",
                        "rules:\n  - {id: a, then: [{reply: x}]}\n  - {id: a, then: [{reply: x}]}",
                        "rules/test.yaml:3:5: 规则 id“a”已经在 rules/test.yaml:2 用过"),
                argumentSet(
                        "a broken regular expression",
                        "rules:\n  - id: a\n    when: {regex: '(订单'}\n    then: [{reply: x}]",
                        "rules/test.yaml:3:19: 正则写错了"),
                argumentSet(
                        "an example that does not hold",
                        "rules:\n  - id: a\n    when: {keywords: [退货]}\n    then: [{reply: x}]\n    examples: [换货]",
                        "rules/test.yaml:5:16: 例句“换货”应由 a 处理,实际是 none"),
                argumentSet(
                        "a key twice",
                        "rules:\n  - id: a\n    id: b\n    then: [{reply: x}]",
                        "rules/test.yaml:3:5: “id”出现了两次"));
    }

    @ParameterizedTest
    @MethodSource
    void whatPeopleTypeWrongly(String file, String mistake) {
        assertThat(RuleFiles.mistakes(file))
                .anySatisfy(found -> assertThat(found).startsWith(mistake));
    }

    @Test
    void theShippedRulesHaveNoMistakeAndTheRefundQuestionGetsTheRefundRule() {
        // Given
        Mistakes mistakes = new Mistakes();

        // When
        RuleSet shipped = RuleFiles.shipped(mistakes);

        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(RuleFiles.acting(shipped, "你好,我想退货,怎么办理?")).isEqualTo("refund-request");
    }
}
