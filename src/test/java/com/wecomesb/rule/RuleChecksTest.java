package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleChecksTest {

    @Test
    void aRuleBehindAnotherOneWithTheSameConditionsNeverFires() {
        assertThat(RuleChecks.of(RuleFiles.read("""
                        rules:
                          - {id: low, priority: 1, when: {keywords: [退, 换]}, then: [{reply: x}], examples: [{text: 退, expect: high}]}
                          - {id: high, priority: 2, when: {keywords: [退, 换]}, then: [{reply: x}], examples: [换]}
                          - {id: beside, also: true, when: {keywords: [退, 换]}, then: [{reply: x}], examples: [{text: 退, expect: high}]}
                        """)))
                .extracting(Finding::toString)
                .containsExactly(
                        "rules/test.yaml:2:1: 规则“low”永远不会起作用:规则“high”的条件相同,而且先于它",
                        "rules/test.yaml:4:1: 规则“beside”和规则“high”的条件相同,两条会一起做");
    }

    @Test
    void equalPrioritiesForTheSameWordLeaveTheOrderToDecide() {
        assertThat(RuleChecks.of(RuleFiles.read("""
                        rules:
                          - {id: one, when: {keywords: [退货, 退款]}, then: [{reply: x}], examples: [退款]}
                          - {id: two, when: {keywords: [退货, 换货]}, then: [{reply: x}], examples: [换货]}
                          - {id: three, priority: 1, when: {keywords: [退货], tag: VIP}, then: [{reply: x}],
                             examples: [{text: 退货, contact: {tags: [VIP]}}]}
                        """)))
                .extracting(Finding::toString)
                .containsExactly("rules/test.yaml:3:1: 规则“two”和规则“one”优先级相同(0),都对“退货”作出反应,由文件里的顺序决定");
    }

    @Test
    void anExclusionThatNoExampleTriesIsTold() {
        assertThat(RuleChecks.of(RuleFiles.read("""
                        rules:
                          - id: a
                            when: {keywords: {any: [退], except: [群]}}
                            unless: {tag: 黑名单}
                            then: [{reply: x}]
                            examples: [退, {text: 退群, expect: none}]
                          - {id: b, when: {keywords: 换}, then: [{reply: x}]}
                        """)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.UNTRIED_EXCLUSION, Finding.Kind.NO_EXAMPLE);
    }
}
