package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.understanding.Language;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleChecksTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 12, 0);

    private static List<Finding> found(RuleSet rules) {
        return RuleChecks.of(rules, Language.NONE, Calendars.NONE, NOW);
    }

    private static List<Finding> errors(String... rules) {
        return found(RuleFiles.read("rules:\n  - " + String.join("\n  - ", rules))).stream()
                .filter(Finding::isError)
                .toList();
    }

    @Test
    void aRuleBehindAnotherOneWithTheSameConditionsNeverFires() {
        assertThat(found(RuleFiles.read("""
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
        assertThat(found(RuleFiles.read("""
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
        assertThat(found(RuleFiles.read("""
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{keywords: {any: [退货款, 退货单], except: [退货]}}",
                "{keywords: {any: [你好], mode: exact, except: [你]}}",
                "{keywords: {any: [hi], mode: exact}, all: [{keywords: 退货}]}",
                "{tag: 会员/黄金, all: [{tag: {none: [会员]}}]}",
                "{channel: kf, all: [{channel: app}]}",
                "{any: [{channel: app}, {keywords: {any: [退群]}}], all: [{channel: kf}, {keywords: {any: [款], except: [退]}}]}"
            })
    void aRuleWhoseConditionsContradictEachOtherNeverFires(String when) {
        assertThat(errors("{id: a, when: %s, then: [{reply: x}]}".formatted(when)))
                .extracting(Finding::message)
                .containsExactly("规则“a”永远不会起作用:它的条件互相矛盾");
    }

    @Test
    void aRuleThatExcludesWhatItAsksForNeverFires() {
        assertThat(errors("{id: a, when: {keywords: 退货, tag: 会员/黄金}, unless: {tag: 会员}, then: [{reply: x}]}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{keywords: 退货}",
                "{keywords: [退货, 换货], tag: 会员/黄金}",
                "{keywords: {all: [退货, 运费]}}",
                "{keywords: {any: [退货], except: [退群, 加群]}}",
                "{keywords: {any: [退货], mode: exact}}",
                "{any: [{keywords: 退货}, {keywords: 换货}]}"
            })
    void aRuleBehindAWiderOneNeverFires(String when) {
        assertThat(errors(
                        "{id: narrow, priority: 1, when: %s, then: [{reply: x}]}".formatted(when),
                        "{id: wide, priority: 2, when: {keywords: [退货, 换货]}, then: [{reply: x}]}"))
                .extracting(Finding::message)
                .containsExactly("规则“narrow”永远不会起作用:凡是它命中的,规则“wide”都命中,而且先于它");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: wide, priority: 2, when: {keywords: 退货, tag: VIP}, then: [{reply: x}]}",
                "{id: wide, priority: 2, when: {keywords: {any: [退货], except: [退群]}}, then: [{reply: x}]}",
                "{id: wide, priority: 2, cooldown: 1m, when: {keywords: 退货}, then: [{reply: x}]}",
                "{id: wide, priority: 2, event: shop.order.paid, when: {keywords: 退货}, then: [{reply: x}]}",
                "{id: wide, priority: 0, when: {keywords: 退货}, then: [{reply: x}]}"
            })
    void aRuleThatCanActIsNoError(String other) {
        assertThat(errors("{id: narrow, priority: 1, when: {keywords: {all: [退货, 运费]}}, then: [{reply: x}]}", other))
                .filteredOn(finding -> finding.message().startsWith("规则“narrow”"))
                .isEmpty();
    }

    @Test
    void whatIsFoundByLikenessProvesNothing() {
        assertThat(errors(
                        "{id: narrow, priority: 1, when: {keywords: {any: [退货], mode: fuzzy}}, then: [{reply: x}]}",
                        "{id: wide, priority: 2, when: {keywords: 退货}, then: [{reply: x}]}"))
                .isEmpty();
    }

    @Test
    void aRuleThatActsBesideOthersIsNotShadowed() {
        assertThat(errors(
                        "{id: beside, also: true, when: {keywords: {all: [退货, 运费]}}, then: [{tag: x}]}",
                        "{id: wide, priority: 2, when: {keywords: 退货}, then: [{reply: x}]}"))
                .isEmpty();
    }

    @Test
    void equalPrioritiesThatOneExampleSuitsLeaveTheOrderToDecide() {
        assertThat(found(RuleFiles.read("""
                        rules:
                          - {id: one, when: {keywords: 退货}, then: [{reply: x}], examples: [退货要运费吗]}
                          - {id: two, when: {keywords: 运费}, then: [{reply: x}], examples: [运费多少]}
                        """)))
                .extracting(Finding::toString)
                .containsExactly("rules/test.yaml:3:1: 规则“two”和规则“one”优先级相同(0),例句“退货要运费吗”两条都命中,由文件里的顺序决定");
    }

    @Test
    void equalPrioritiesThatExcludeEachOtherAreFine() {
        assertThat(found(RuleFiles.read("""
                        rules:
                          - {id: one, when: {keywords: 退货, channel: kf}, then: [{reply: x}], examples: [退货]}
                          - {id: two, when: {keywords: 退货, channel: app}, then: [{reply: x}], examples: [{text: 退货, event: {channel: app}}]}
                        """))).isEmpty();
    }

    @Test
    void aRuleWhoseTimeIsOverIsTold() {
        assertThat(found(RuleFiles.read("""
                        rules:
                          - {id: a, valid: {until: 2026-11-20}, when: {keywords: 退货}, then: [{reply: x}], examples: [退货]}
                          - {id: b, valid: {until: 2026-11-22}, when: {keywords: 换货}, then: [{reply: x}], examples: [换货]}
                        """)))
                .extracting(Finding::toString)
                .containsExactly("rules/test.yaml:2:1: 规则“a”已经过了有效期(valid),不会再起作用");
    }

    @Test
    void aConditionThatNoExampleReachesIsTold() {
        RuleSet rules = RuleFiles.read("""
                rules:
                  - id: a
                    when: {any: [{keywords: 退货}, {all: [{keywords: 换货}, {tag: VIP}]}]}
                    then: [{reply: x}]
                    examples: [退货, {text: 换货, expect: none}]
                """);
        assertThat(found(rules)).extracting(Finding::message).containsExactly("规则“a”有一个条件没有例句走到:没有标签“VIP”");
        assertThat(ExampleCoverage.of(rules, Language.NONE, Calendars.NONE))
                .isEqualTo(new ExampleCoverage.Share(2, 1, 1, 3, 2));
    }
}
