package com.wecomesb.rule;

import static com.wecomesb.rule.ConditionVerdict.NOT;
import static com.wecomesb.rule.ConditionVerdict.assertSays;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition about the contact, held and failed. */
class ContactConditionsTest {

    static Stream<Arguments> contacts() {
        return Stream.of(
                argumentSet("any tag", "{tag: {any: [VIP, 会员]}}", "{contact: {tags: [会员/黄金/年费]}}", "有标签“会员/黄金/年费”"),
                argumentSet(
                        "all tags",
                        "{tag: {all: [会员, 华东]}}",
                        "{contact: {tags: [会员/黄金, 华东/上海]}}",
                        "有标签“会员/黄金”,有标签“华东/上海”"),
                argumentSet("not all tags", "{tag: {all: [会员, 华东]}}", "{contact: {tags: [会员]}}", NOT + "没有标签“华东”"),
                argumentSet("none of the tags", "{tag: {none: [黑名单]}}", "{contact: {tags: [会员]}}", "没有标签“黑名单”"),
                argumentSet("one of no tags", "{tag: {none: 黑名单}}", "{contact: {tags: [黑名单/欠款]}}", NOT + "有标签“黑名单/欠款”"),
                argumentSet(
                        "a part of a text",
                        "{attribute: {address: {contains: [浦东, 徐汇]}}}",
                        "{contact: {address: 上海浦东新区}}",
                        "属性 address 包含“浦东”或“徐汇”"),
                argumentSet(
                        "another beginning",
                        "{attribute: {order: {starts-with: SF}}}",
                        "{contact: {order: YT1}}",
                        NOT + "属性 order 不符合:开头是“SF”"),
                argumentSet(
                        "before a day",
                        "{attribute: {joined: {before: 2026-11-01}}}",
                        "{contact: {joined: '2026-10-31 23:59'}}",
                        "属性 joined 早于 2026-11-01"),
                argumentSet(
                        "not before its beginning",
                        "{attribute: {joined: {before: 2026-11-01}}}",
                        "{contact: {joined: 2026-11-01}}",
                        NOT + "属性 joined 不符合:早于 2026-11-01"),
                argumentSet(
                        "after a day",
                        "{attribute: {joined: {after: 2026-11-01}}}",
                        "{contact: {joined: 2026-11-02}}",
                        "属性 joined 晚于 2026-11-01"),
                argumentSet(
                        "not after a day in the time zone of the business",
                        "{attribute: {joined: {after: 2026-11-01}}}",
                        "{contact: {joined: '2026-11-01T15:59:59Z'}}",
                        NOT + "属性 joined 不符合:晚于 2026-11-01"),
                argumentSet(
                        "after a time by seconds since 1970",
                        "{attribute: {joined: {after: 2026-11-01 09:30}}}",
                        "{contact: {joined: 1793497860}}",
                        "属性 joined 晚于 2026-11-01 09:30"),
                argumentSet(
                        "no date",
                        "{attribute: {joined: {after: 2026-11-01}}}",
                        "{contact: {joined: 去年}}",
                        NOT + "属性 joined 不符合:晚于 2026-11-01"),
                argumentSet(
                        "an empty text",
                        "{attribute: {phone: {exists: true}}}",
                        "{contact: {phone: ''}}",
                        NOT + "属性 phone 不符合:有值"),
                argumentSet("a region", "{region: 广东/深圳}", "{contact: {region: 广东省/深圳市/南山区}}", "地区是“广东/深圳”"),
                argumentSet("one of two regions", "{region: [北京市, 广东]}", "{contact: {region: 北京}}", "地区是“北京”或“广东”"),
                argumentSet("another region", "{region: 广东/深圳}", "{contact: {region: 广东/广州}}", NOT + "地区不是“广东/深圳”"),
                argumentSet("a larger region", "{region: 广东/深圳}", "{contact: {region: 广东}}", NOT + "地区不是“广东/深圳”"),
                argumentSet("no known region", "{region: 广东}", "{contact: {id: c1}}", NOT + "不知道客户的地区"),
                argumentSet("an RFM grade", "{rfm: [A, B]}", "{contact: {rfm: B}}", "RFM 等级是“A”或“B”"),
                argumentSet(
                        "an RFM grade among scores", "{rfm: A}", "{contact: {rfm: {grade: A, r: 5}}}", "RFM 等级是“A”"),
                argumentSet("another RFM grade", "{rfm: A}", "{contact: {rfm: C}}", NOT + "RFM 不符合:等级是“A”"),
                argumentSet(
                        "RFM scores",
                        "{rfm: {r: {at-least: 4}, m: {at-least: 3}}}",
                        "{contact: {rfm: {r: 4, f: 1, m: 5}}}",
                        "RFM r ≥ 4,m ≥ 3"),
                argumentSet(
                        "too small a score",
                        "{rfm: {r: {at-least: 4}, m: {at-least: 3}}}",
                        "{contact: {rfm: {r: 4, f: 9, m: 2}}}",
                        NOT + "RFM 不符合:r ≥ 4,m ≥ 3"),
                argumentSet("a new contact", "{contact: new}", "{contact: {is: new}}", "是新客户(1d 内第一次来)"),
                argumentSet(
                        "met a week ago",
                        "{contact: {is: new, within: 7d}}",
                        "{now: 2026-11-21 12:00, contact: {met: 2026-11-14}}",
                        NOT + "不是新客户:7d 以前就来过"),
                argumentSet(
                        "met within the week",
                        "{contact: {is: new, within: 7d}}",
                        "{now: 2026-11-21 12:00, contact: {met: 2026-11-15}}",
                        "是新客户(7d 内第一次来)"),
                argumentSet("a returning contact", "{contact: {is: returning}}", "{contact: {is: returning}}", "是老客户"),
                argumentSet("not a returning contact", "{contact: returning}", "{contact: {is: new}}", NOT + "不是老客户"),
                argumentSet("nobody known", "{contact: new}", "{text: 你好}", NOT + "不知道是哪位客户"),
                argumentSet(
                        "one of these people",
                        "{identity: {external_userid: [wm1, wm2], userid: zhangsan}}",
                        "{contact: {identities: {external_userid: wm2}}}",
                        "是指定的客户或同事"),
                argumentSet(
                        "the same id of another kind",
                        "{identity: {unionid: x1}}",
                        "{contact: {identities: {userid: [x1]}}}",
                        NOT + "不是指定的客户或同事"));
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void aConditionHoldsOrFailsAndSaysWhy(String when, String facts, String reason) {
        assertSays(when, facts, reason);
    }
}
