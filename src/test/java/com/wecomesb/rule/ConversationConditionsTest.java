package com.wecomesb.rule;

import static com.wecomesb.rule.ConditionVerdict.NOT;
import static com.wecomesb.rule.ConditionVerdict.assertSays;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition about the message's kind and the conversation, held and failed. */
class ConversationConditionsTest {

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

    @ParameterizedTest
    @MethodSource("conversations")
    void aConditionHoldsOrFailsAndSaysWhy(String when, String facts, String reason) {
        assertSays(when, facts, reason);
    }
}
