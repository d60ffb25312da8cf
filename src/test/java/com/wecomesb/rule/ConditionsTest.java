package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition with facts for which it holds and facts for which it does not. */
class ConditionsTest {

    private static final String NOT = "✗ ";

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet("one keyword", "{keywords: 退货}", "{text: 我要退货}", "提到“退货”"),
                argumentSet("any keyword", "{keywords: {any: [退货, 退款]}}", "{text: 退款和退货}", "提到“退货”、“退款”"),
                argumentSet("no keyword", "{keywords: [退货, 退款, 换货, 退掉]}", "{text: 你好}", NOT),
                argumentSet("all keywords", "{keywords: {all: [退, 运费]}}", "{text: 退货运费}", "同时提到“退”、“运费”"),
                argumentSet("not all keywords", "{keywords: {all: [退, 运费]}}", "{text: 运费多少}", NOT + "没有提到“退”"),
                argumentSet("an exclusion", "{keywords: {any: [退], except: [群]}}", "{text: 退群}", NOT + "含有排除词“群”"),
                argumentSet("a number as keyword", "{keywords: [0571, 12306]}", "{text: 打0571}", "提到“0571”"),
                argumentSet("no and yes as keywords", "{keywords: [no, true]}", "{text: No}", "提到“no”"),
                argumentSet("the whole message", "{keywords: {any: [人工], mode: exact}}", "{text: ' 人工! '}", "整句就是“人工”"),
                argumentSet("not the whole message", "{keywords: {any: [人工], mode: exact}}", "{text: 人工智能}", NOT),
                argumentSet(
                        "a punctuation mark alone", "{keywords: {any: ['?'], mode: exact}}", "{text: ？}", "整句就是“?”"),
                argumentSet("a regex", "{regex: '[0-9]{3}号'}", "{text: １２３號}", "符合正则 [0-9]{3}号"),
                argumentSet("a regex in capitals", "{regex: 'SF[0-9]+'}", "{text: sf12}", "符合正则 SF[0-9]+"),
                argumentSet("a regex that misses", "{regex: '订单[0-9]+'}", "{text: 订单到哪了}", NOT + "不符合正则 订单[0-9]+"),
                argumentSet(
                        "a message type",
                        "{message: {type: [image, voice]}}",
                        "{event: {message: {type: image}}}",
                        "消息类型是“image”"),
                argumentSet("another message type", "{message: {type: image}}", "{text: 图}", NOT),
                argumentSet("a tag", "{tag: [VIP, 会员]}", "{contact: {tags: [会员/黄金]}}", "有标签“会员/黄金”"),
                argumentSet("a tag below", "{tag: 会员/黄金}", "{contact: {tags: [会员]}}", NOT),
                argumentSet("a tag that only begins so", "{tag: 会员}", "{contact: {tags: [会员日]}}", NOT),
                argumentSet("a channel", "{channel: kf}", "{event: {channel: kf}}", "渠道是“kf”"),
                argumentSet("an account", "{account: 旗舰店}", "{event: {account: 旗舰店}}", "账号是“旗舰店”"),
                argumentSet("a brand", "{brand: [A, B]}", "{event: {brand: B}}", "品牌是“B”"),
                argumentSet("another brand", "{brand: A}", "{event: {brand: B}}", NOT),
                argumentSet(
                        "a state", "{conversation: {state: HUMAN}}", "{conversation: {state: HUMAN}}", "会话状态是“HUMAN”"),
                argumentSet(
                        "unanswered",
                        "{conversation: {unanswered: 2}}",
                        "{conversation: {unanswered: 3}}",
                        "连续 3 句没有答上"),
                argumentSet("answered", "{conversation: {unanswered: 2}}", "{conversation: {unanswered: 1}}", NOT),
                argumentSet(
                        "an attribute", "{attribute: {city: [上海, 北京]}}", "{contact: {city: 上海}}", "属性 city 是“上海”或“北京”"),
                argumentSet(
                        "a list attribute", "{attribute: {likes: 茶}}", "{contact: {likes: [酒, 茶]}}", "属性 likes 是“茶”"),
                argumentSet(
                        "enough",
                        "{attribute: {spent: {at-least: 100, below: 500}}}",
                        "{contact: {spent: 100}}",
                        "属性 spent ≥ 100,< 500"),
                argumentSet(
                        "too much",
                        "{attribute: {spent: {at-least: 100, below: 500}}}",
                        "{contact: {spent: '500'}}",
                        NOT),
                argumentSet(
                        "above", "{attribute: {spent: {above: 99.5}}}", "{contact: {spent: 100}}", "属性 spent > 99.5"),
                argumentSet("at most", "{attribute: {spent: {at-most: 99}}}", "{contact: {spent: 100}}", NOT),
                argumentSet("not", "{attribute: {city: {not: 上海}}}", "{contact: {}}", "属性 city 不是“上海”"),
                argumentSet("exists", "{attribute: {phone: {exists: true}}}", "{contact: {phone: '1'}}", "属性 phone 有值"),
                argumentSet("does not exist", "{attribute: {phone: {exists: false}}}", "{contact: {phone: '1'}}", NOT),
                argumentSet("a number that is none", "{attribute: {spent: {above: 1}}}", "{contact: {spent: 很多}}", NOT),
                argumentSet("one of", "{any: [{keywords: 退}, {tag: VIP}]}", "{contact: {tags: [VIP]}}", "有标签“VIP”"),
                argumentSet("one line of", "{any: {keywords: 退, tag: VIP}}", "{contact: {tags: [VIP]}}", "有标签“VIP”"),
                argumentSet("none of", "{any: [{keywords: 退}, {tag: VIP}]}", "{text: 你好}", NOT),
                argumentSet(
                        "all of",
                        "{all: [{keywords: 退}, {any: [{channel: kf}, {channel: app}]}]}",
                        "{text: 退, event: {channel: app}}",
                        "提到“退”,且渠道是“app”"),
                argumentSet(
                        "two lines", "{keywords: 退, tag: VIP}", "{text: 退, contact: {tags: [VIP]}}", "提到“退”,有标签“VIP”"),
                argumentSet("one line of two", "{keywords: 退, tag: VIP}", "{text: 退}", NOT + "没有标签“VIP”"));
    }

    @ParameterizedTest
    @MethodSource
    void conditions(String when, String facts, String reason) {
        // When
        Verdict verdict = RuleFiles.when(when).decide(RuleFiles.facts(facts));
        // Then
        if (reason.startsWith(NOT)) {
            assertThat(verdict.matched()).isEmpty();
            assertThat(verdict.nearMisses())
                    .extracting(miss -> NOT + miss.failed())
                    .isSubsetOf(reason);
        } else {
            assertThat(verdict.matched()).extracting(Match::reason).containsExactly(reason);
        }
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                argumentSet("nothing of it holds", "{text: 退货}", List.of()),
                argumentSet("one line holds", "{text: 退货, contact: {tags: [黑名单]}}", List.of("属于除外情况:有标签“黑名单”")),
                argumentSet("half of a line holds", "{text: 退货和群}", List.of()),
                argumentSet("all of a line holds", "{text: 退货和群和吗}", List.of("属于除外情况:提到“群”,且同时提到“吗”")));
    }

    @ParameterizedTest
    @MethodSource
    void exceptions(String facts, List<String> nearMisses) {
        // Given
        RuleSet rules = RuleFiles.read("""
                rules:
                  - id: a
                    when: {keywords: 退货}
                    unless: {tag: 黑名单, keywords: {any: [群], all: [吗]}}
                    then: [{reply: x}]
                """);
        // When
        Verdict verdict = rules.decide(RuleFiles.facts(facts));
        // Then
        assertThat(verdict.matched()).hasSize(nearMisses.isEmpty() ? 1 : 0);
        assertThat(verdict.nearMisses()).extracting(NearMiss::failed).isEqualTo(nearMisses);
    }
}
