package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition about the message's kind, the contact, the conversation and what somebody did, held and failed. */
class FactConditionsTest {

    private static final String NOT = "✗ ";

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

    static Stream<Arguments> conversations() {
        return Stream.of(
                argumentSet("an app", "{app: service}", "{event: {app: service}}", "应用是“service”"),
                argumentSet("another app", "{app: service}", "{event: {app: sales}}", NOT + "应用不是“service”"),
                argumentSet(
                        "channel and app of a conversation",
                        "{conversation: {channel: app, app: service}}",
                        "{event: {channel: app, app: service}}",
                        "渠道是“app”,应用是“service”"),
                argumentSet(
                        "a long silence",
                        "{conversation: {silent: {longer-than: 3d}}}",
                        "{conversation: {silent: 4d}}",
                        "客户超过 3d 没有说话"),
                argumentSet(
                        "no long silence",
                        "{conversation: {silent: {longer-than: 3d}}}",
                        "{conversation: {silent: 3d}}",
                        NOT + "客户没有说话的时间不到 3d"),
                argumentSet(
                        "the first words",
                        "{conversation: {silent: {longer-than: 3d}}}",
                        "{text: 你好}",
                        NOT + "客户以前没有说过话"),
                argumentSet(
                        "a quick answer",
                        "{conversation: {silent: {shorter-than: 1m}}}",
                        "{conversation: {silent: 30s}}",
                        "客户不到 1m 没有说话"),
                argumentSet(
                        "silence that has passed",
                        "{conversation: {silent: {longer-than: 3d}}}",
                        "{event: {type: time.silence.passed}, conversation: {silent: 73h}}",
                        "客户超过 3d 没有说话"),
                argumentSet(
                        "a recent reply",
                        "{conversation: {replied: {within: 10m}}}",
                        "{conversation: {replied: 10m}}",
                        "10m 内机器人回复过"),
                argumentSet(
                        "no recent reply",
                        "{conversation: {replied: {within: 10m}}}",
                        "{conversation: {replied: 11m}}",
                        NOT + "10m 内机器人没有回复过"),
                argumentSet(
                        "no reply at all",
                        "{conversation: {replied: {not-within: 10m}}}",
                        "{text: 你好}",
                        "10m 内机器人没有回复过"),
                argumentSet(
                        "the last rule",
                        "{conversation: {last-rule: [refund, price]}}",
                        "{conversation: {last-rule: price}}",
                        "上一条起作用的规则是“price”"),
                argumentSet(
                        "another last rule",
                        "{conversation: {last-rule: refund}}",
                        "{conversation: {last-rule: price}}",
                        NOT + "上一条起作用的规则不是“refund”"),
                argumentSet(
                        "the last reply",
                        "{conversation: {last-reply: fallback}}",
                        "{conversation: {last-reply: fallback}}",
                        "上一条回复是“fallback”"),
                argumentSet(
                        "another last reply",
                        "{conversation: {last-reply: fallback}}",
                        "{text: 你好}",
                        NOT + "上一条回复不是“fallback”"),
                argumentSet(
                        "a variable",
                        "{conversation: {variables: {size: {at-least: 40}}}}",
                        "{conversation: {variables: {size: 41}}}",
                        "会话变量 size ≥ 40"),
                argumentSet(
                        "no such variable",
                        "{conversation: {variables: {step: pay}}}",
                        "{text: 你好}",
                        NOT + "会话变量 step 不符合:是“pay”"));
    }

    static Stream<Arguments> behaviour() {
        return Stream.of(
                argumentSet(
                        "the third message",
                        "{count: {messages: {at-least: 3, within: 10m}}}",
                        "{count: {messages: 3}}",
                        "10m 内的消息数 ≥ 3"),
                argumentSet(
                        "the second message",
                        "{count: {messages: {at-least: 3, within: 10m}}}",
                        "{count: {messages: 2}}",
                        NOT + "10m 内有 2 个消息,不符合:≥ 3"),
                argumentSet(
                        "the second message, one of two before it being too old",
                        "{count: {messages: {at-least: 3, within: 10m}}}",
                        "{text: 你好, now: 2026-11-21 10:00, past: {wecom.message.received:"
                                + " ['2026-11-21T09:55:00+08:00', '2026-11-21T09:40:00+08:00']}}",
                        NOT + "10m 内有 2 个消息,不符合:≥ 3"),
                argumentSet(
                        "the first message of the day",
                        "{count: {messages: {is: 1, within: 1d}}}",
                        "{text: 你好}",
                        "1d 内的消息数 是“1”"),
                argumentSet(
                        "the second click",
                        "{count: {events: {type: wecom.menu.clicked, is: 2, within: 1h}}}",
                        "{event: {type: wecom.menu.clicked}, count: {wecom.menu.clicked: 2}}",
                        "1h 内的wecom.menu.clicked 数 是“2”"),
                argumentSet(
                        "an item of a reply's menu",
                        "{clicked: ['101', '102']}",
                        "{text: 满意, event: {message: {menuId: '101'}}}",
                        "点击的菜单项是“101”"),
                argumentSet(
                        "another item",
                        "{clicked: '102'}",
                        "{text: 满意, event: {message: {menuId: '101'}}}",
                        NOT + "点击的菜单项不是“102”"),
                argumentSet(
                        "an item of an app's menu",
                        "{clicked: orders}",
                        "{event: {type: wecom.menu.clicked, change: {Event: click, EventKey: orders}}}",
                        "点击的菜单项是“orders”"),
                argumentSet(
                        "a forwarded mini-program",
                        "{card: {appid: wx1, pagepath: {starts-with: pages/item}}}",
                        "{event: {message: {type: miniprogram, appid: wx1, pagepath: pages/item/3}}}",
                        "转发了卡片 appid 是“wx1”,pagepath 开头是“pages/item”"),
                argumentSet(
                        "a forwarded link to elsewhere",
                        "{card: {url: {contains: item}}}",
                        "{event: {message: {type: link, url: 'https://example.com'}}}",
                        NOT + "卡片不符合: url 包含“item”"),
                argumentSet(
                        "a text that has a title",
                        "{card: {title: {contains: 裙}}}",
                        "{event: {message: {type: text, title: 裙}}}",
                        NOT + "没有转发卡片"),
                argumentSet(
                        "an order card with its id",
                        "{card: {order_id: {exists: true}}}",
                        "{event: {message: {type: channels_shop_order, order_id: '37'}}}",
                        "转发了卡片 order_id 有值"),
                argumentSet(
                        "an order card without its id",
                        "{card: {order_id: {exists: true}}}",
                        "{event: {message: {type: channels_shop_order, order_id: ''}}}",
                        NOT + "卡片不符合: order_id 有值"),
                argumentSet(
                        "a scanned code",
                        "{state: [spring-sale, autumn-sale]}",
                        "{event: {type: wecom.contact.added, change: {State: autumn-sale}}}",
                        "扫码渠道是“spring-sale”或“autumn-sale”"),
                argumentSet(
                        "a code of another channel",
                        "{state: {starts-with: shop-}}",
                        "{event: {type: wecom.contact.added, change: {State: fair-1}}}",
                        NOT + "扫码渠道不符合:开头是“shop-”"),
                argumentSet(
                        "a link of a place",
                        "{state: shop-3}",
                        "{event: {type: wecom.session.entered, change: {scene: oth, scene_param: shop-3}}}",
                        "扫码渠道是“shop-3”"),
                argumentSet(
                        "a code scanned by the app's menu",
                        "{state: {starts-with: 'SN'}}",
                        "{event: {type: wecom.menu.scanned, change: {ScanCodeInfo: {ScanResult: SN123}}}}",
                        "扫码渠道开头是“SN”"),
                argumentSet("nobody scanned anything", "{state: shop-3}", "{text: shop-3}", NOT + "扫码渠道不符合:是“shop-3”"));
    }

    @ParameterizedTest
    @MethodSource({"contacts", "conversations", "behaviour"})
    void aConditionHoldsOrFailsAndSaysWhy(String when, String facts, String reason) {
        // Given
        RuleSet rules = RuleFiles.read(
                "rules: [{id: a, event: '*', when: {keywords: 退, %s, then: [{tag: x}]}]".formatted(when.substring(1)));
        String described =
                facts.contains("text: ") ? facts.replace("text: ", "text: 退") : "{text: 退, " + facts.substring(1);
        // When
        Verdict verdict = rules.decide(RuleFiles.facts(described));
        // Then
        if (reason.startsWith(NOT)) {
            assertThat(verdict.matched()).isEmpty();
            assertThat(verdict.nearMisses())
                    .extracting(miss -> NOT + miss.failed())
                    .containsExactly(reason);
        } else {
            assertThat(verdict.matched()).extracting(Match::reason).containsExactly("提到“退”," + reason);
        }
    }
}
