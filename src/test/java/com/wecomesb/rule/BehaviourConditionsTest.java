package com.wecomesb.rule;

import static com.wecomesb.rule.ConditionVerdict.NOT;
import static com.wecomesb.rule.ConditionVerdict.assertSays;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition about what somebody did, held and failed. */
class BehaviourConditionsTest {

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
    @MethodSource("behaviour")
    void aConditionHoldsOrFailsAndSaysWhy(String when, String facts, String reason) {
        assertSays(when, facts, reason);
    }
}
