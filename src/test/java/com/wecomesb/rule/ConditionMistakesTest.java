package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.rule.condition.MessageTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a condition that is written wrongly, and where it stands. */
class ConditionMistakesTest {

    private static final String CONDITIONS =
            "keywords、regex、intent、similar、sentiment、message、tag、attribute、region、rfm、contact、identity、channel、app、account、brand、conversation、time、count、clicked、card、state、ticket、data、all、any";

    static Stream<Arguments> conditions() {
        return Stream.of(
                when("an unknown vocabulary", "{keywords: {any: [$退贷]}}", ":3:29: 没有词表“$退贷”,是不是“$退货”?可用:$退货"),
                when("an unknown condition", "{keyword: 退货}", ":3:12: 没有条件“keyword”,是不是“keywords”?可用:" + CONDITIONS),
                when(
                        "an intent without a name",
                        "{intent: {threshold: 0.5}}",
                        ":3:20: intent 要写意图的名字,或者 {any: [退货, 换货], threshold: 0.6}"),
                when(
                        "a threshold above one",
                        "{intent: {any: a, threshold: 60}}",
                        ":3:40: threshold 要写 0 到 1 之间的数,例如 0.7"),
                when(
                        "a similar that is no map",
                        "{similar: 怎么退货}",
                        ":3:21: similar 要写成 {threshold: 0.7},或者 {to: [话术的 id], threshold: 0.7}"),
                when(
                        "an unknown tone",
                        "{sentiment: angri}",
                        ":3:23: 没有语气“angri”,是不是“angry”?可用:negative、neutral、positive、angry"),
                when(
                        "a strength without its tone",
                        "{sentiment: {strength: {at-least: 0.5}}}",
                        ":3:23: sentiment 要写成 negative,或者 {is: negative, strength: {at-least: 0.5}}"),
                when("a condition without its name", "退货", ":3:11: 条件要写成“名字: 值”,可用:" + CONDITIONS),
                when(
                        "a full-width comma in a list",
                        "{keywords: {any: [退货，退款]}}",
                        ":3:29: “退货，退款”里有全角“，”或“、”,词之间请用半角逗号;真要匹配它请加引号"),
                when("full-width brackets", "{keywords: {any: 【退货】}}", ":3:28: 全角括号,列表请用半角 [ ];真要匹配括号请加引号"),
                when("a keyword of nothing", "{keywords: {any: [\"\u200b\"]}}", ":3:29: 关键词不能为空"),
                when("exclusions alone", "{keywords: {except: [退货]}}", ":3:22: keywords 至少要有 any、all 或 levels"),
                when(
                        "an unknown part of keywords",
                        "{keywords: {any: [a], expect: [b]}}",
                        ":3:33: keywords 里没有“expect”,是不是“except”?可用:any、all、levels、except、mode"),
                when(
                        "an unknown mode",
                        "{keywords: {any: [a], mode: whole}}",
                        ":3:39: mode 只能是 contains、exact 或 fuzzy"),
                when(
                        "a whole message that is two words",
                        "{keywords: {all: [a, b], mode: exact}}",
                        ":3:42: mode: exact 是整句等于一个词,不能和 all、levels 一起用"),
                when(
                        "a level that no vocabulary has",
                        "{keywords: {levels: [2]}}",
                        ":3:32: 没有 level 为 2 的词表,请在 vocabularies/ 里写一个"),
                when("a fourth level", "{keywords: {levels: 4}}", ":3:31: level 只能是 1(行业词)、2(品牌词)或 3(客户特征词)"),
                when("a list in a list", "{keywords: {any: [[a, b]]}}", ":3:29: 关键词要写成一个词"),
                when("a regex without its end", "{regex: '(订单'}", ":3:19: 正则写错了:少了右括号 )"),
                when("a regex that looks ahead", "{regex: '退(?=货)'}", ":3:19: 正则写错了:不支持前后查找 (?=,这里的正则保证在线性时间内完成"),
                when("a regex that refers back", "{regex: '(.)\\1'}", ":3:19: 正则写错了:不支持反向引用 \\1,这里的正则保证在线性时间内完成"),
                when("a regex that repeats nothing", "{regex: '*退'}", ":3:19: 正则写错了:* 前面没有可以重复的内容"),
                when("a message without type", "{message: image}", ":3:21: message 要写成 {type: [image, voice]}"),
                when(
                        "an unknown comparison",
                        "{attribute: {spent: {least: 3}}}",
                        ":3:32: 没有比较方式“least”,可用:is、not、at-least、at-most、above、below、contains、starts-with、before、after、exists"),
                when("a comparison with a word", "{attribute: {spent: {above: 很多}}}", ":3:39: above 后面要写一个数字"),
                when(
                        "an unknown type of message",
                        "{message: {type: [imgae]}}",
                        ":3:29: 没有消息类型“imgae”,是不是“image”?可用:" + String.join("、", MessageTypes.KNOWN)),
                when("an unknown channel", "{channel: wx}", ":3:21: 没有渠道“wx”,可用:kf、app、contact、group、robot"),
                when(
                        "an unknown state",
                        "{conversation: {state: bot}}",
                        ":3:34: 没有会话状态“bot”,可用:BOT、WAITING、HUMAN、CLOSED"),
                when("a tag of four levels", "{tag: a/b/c/d}", ":3:17: 标签要写成 会员、会员/黄金 或者 会员/黄金/年费,最多三级"),
                when("half a tag", "{tag: {none: 会员/}}", ":3:24: 标签要写成 会员、会员/黄金 或者 会员/黄金/年费,最多三级"),
                when(
                        "a comparison with no date",
                        "{attribute: {joined: {after: 去年}}}",
                        ":3:40: after 后面要写日期:2026-11-01,或者带时间 2026-11-01 09:30"),
                when("an unknown part of RFM", "{rfm: {q: {at-least: 3}}}", ":3:18: rfm 里没有“q”,可用:grade、r、f、m"),
                when("a region of nothing", "{region: /}", ":3:20: region 要写成 广东,或者 广东/深圳"),
                when(
                        "a contact that is neither new nor returning",
                        "{contact: {is: old}}",
                        ":3:26: contact 要写成 {is: new} 或 {is: returning},可以加 within: 7d"),
                when(
                        "an id without its kind",
                        "{identity: wm1}",
                        ":3:22: identity 要写成 {external_userid: [wm…]},也可以是 unionid、userid"),
                when(
                        "a silence without its length",
                        "{conversation: {silent: 3d}}",
                        ":3:35: silent 要写成 {longer-than: 10m}"),
                when(
                        "a time alone",
                        "{time: '22:00-06:00'}",
                        ":3:18: time 要写成 {at: 22:00-06:00, weekdays: mon-fri},或者 {hours: 客服时间}"),
                when(
                        "a time in words",
                        "{time: {at: 晚上}}",
                        ":3:23: 时间要写成 09:00-18:00,到第二天写成 22:00-06:00,到半夜写成 18:00-24:00"),
                when(
                        "a count without its period",
                        "{count: {messages: {at-least: 3}}}",
                        ":3:30: count 要写多久以内,例如 {at-least: 3, within: 10m}"),
                when(
                        "a count without its number",
                        "{count: {messages: {within: 10m}}}",
                        ":3:30: count 要写次数,例如 {at-least: 3, within: 10m}"),
                when("too large a count", "{count: {messages: {at-least: 1001, within: 10m}}}", ":3:41: 次数最多写 1000"),
                when(
                        "a count of events of any type",
                        "{count: {events: {type: 'shop.*', at-least: 3, within: 10m}}}",
                        ":3:35: events 要写事件类型,例如 type: wecom.menu.clicked(不用通配符)"),
                when(
                        "a card without its fields",
                        "{card: link}",
                        ":3:18: card 要写卡片的字段,例如 {title: {contains: 连衣裙}};只看类型写 message: {type: link}"));
    }

    private static Arguments when(String name, String conditions, String... mistakes) {
        return argumentSet(
                name,
                "vocabularies: {退货: [退货]}\nrules: [{id: a, then: [{reply: x}],\n    when: %s}]".formatted(conditions),
                List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource
    void conditions(String file, List<String> mistakes) {
        assertThat(RuleFiles.mistakes(file))
                .containsExactlyElementsOf(mistakes.stream()
                        .map(mistake -> "rules/test.yaml" + mistake)
                        .toList());
    }
}
