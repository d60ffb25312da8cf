package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of an action that is written wrongly, and where it stands. */
class ActionMistakesTest {

    private static final String ACTIONS = "reply、crm、shop、ticket、notify、tag、handoff、schedule、set、webhook";

    static Stream<Arguments> actions() {
        return Stream.of(
                then(
                        "the nearest reply without looking for it",
                        "[{reply: {similar: true}}]",
                        ":3:13: reply: {similar: true} 要有条件 similar:when 成立的每一种情况里都要找到最相近的话术"),
                then(
                        "the nearest reply beside another",
                        "[{reply: {similar: true, text: x}}]",
                        ":3:30: 最相近的话术单独写:reply: {similar: true}",
                        ":3:13: reply: {similar: true} 要有条件 similar:when 成立的每一种情况里都要找到最相近的话术"),
                then("no action", "[]", ":2:5: 规则“a”没有 then,什么也不会做"),
                then("an unknown action", "[{replay: x}]", ":3:13: 没有动作“replay”,是不是“reply”?可用:" + ACTIONS),
                then(
                        "a dialog",
                        "[{dialog: x}]",
                        ":3:13: 不能写动作“dialog”:多轮对话这个版本还不支持:可以用 reply 提问,再用另一条规则接回答;等不到回答时用 schedule 或 handoff"),
                then("a review", "[{review: x}]", ":3:13: 不能写动作“review”:人工审核这个版本还不支持:可以用 handoff 转人工,或者用 notify 请同事处理"),
                then(
                        "a delay without an end",
                        "[{schedule: {then: [{reply: x}]}}]",
                        ":3:23: schedule 要写 after(多久以后,如 2h)或 at(几点,如 \"09:30\"),两者写一个"),
                then(
                        "a delay with two ends",
                        "[{schedule: {after: 2h, at: 09:30, then: [{reply: x}]}}]",
                        ":3:23: schedule 要写 after(多久以后,如 2h)或 at(几点,如 \"09:30\"),两者写一个"),
                then("a delay that nothing follows", "[{schedule: {after: 2h}}]", ":3:23: schedule 要写 then:到时候做什么"),
                then(
                        "a delay beyond all measure",
                        "[{schedule: {after: 91d, then: [{reply: x}]}}]",
                        ":3:31: after 要大于 0,最长 90d"),
                then(
                        "a time that is none",
                        "[{schedule: {at: 九点, then: [{reply: x}]}}]",
                        ":3:28: at 要写成 \"09:30\" 这样的时刻"),
                then(
                        "an unknown reason to cancel",
                        "[{schedule: {after: 2h, unless: replied, then: [{reply: x}]}}]",
                        ":3:43: unless 只能是 answered(客户又发了消息就取消)或 served(同事回复了就取消)"),
                then(
                        "an unknown action later",
                        "[{schedule: {after: 2h, then: [{replay: x}]}}]",
                        ":3:43: 没有动作“replay”,是不是“reply”?可用:" + ACTIONS),
                then(
                        "a webhook without a name",
                        "[{webhook: {with: {a: b}}}]",
                        ":3:22: webhook 要写 esb.webhooks 里的名字,或者 {to: 名字, with: {…}}"),
                then("a tag of four levels", "[{tag: [a/b/c/d]}]", ":3:19: 标签最多三级,用 / 分开,例如 会员/黄金/年卡"),
                then("a tag with an empty level", "[{tag: {add: a//b}}]", ":3:24: 标签最多三级,用 / 分开,例如 会员/黄金/年卡"),
                then(
                        "variables that are none",
                        "[{set: {conversation: x}}]",
                        ":3:33: conversation 要写成 {变量名: 值},记在会话里而不是客户身上"),
                then(
                        "a notice to nobody",
                        "[{notify: {text: x}}]",
                        ":3:21: notify 要写组名,或者 {to: 组名, text: \"…\"},或者 {users: [成员的 userid], text: \"…\"}"),
                then("two actions in one", "[{reply: x, handoff: y}]", ":3:12: 每个动作恰好写一个名字,可用:" + ACTIONS),
                then(
                        "a call without its verb",
                        "[{crm: {with: {a: b}}}]",
                        ":3:18: 动作“crm”要写 do:,例如 {do: contact-upsert}"),
                then(
                        "an unknown verb",
                        "[{ticket: {do: ticket-open}}]",
                        ":3:26: ticket 没有“ticket-open”,可用:ticket-create、ticket-comment、ticket-update、ticket-find"),
                then(
                        "a branch of what is no look-up",
                        "[{crm: {do: contact-upsert}, found: [{reply: x}]}]",
                        ":3:40: “found”只用于查询(*-find)"),
                then(
                        "a reply without an id",
                        "[{reply: {tex: hi}}]",
                        ":3:21: reply 里没有“tex”,是不是“text”?可用:id、text、similar",
                        ":3:20: reply 要写话术的 id,或者 {text: \"…\"},或者 {similar: true}"),
                then(
                        "a wait that is no duration",
                        "[{shop: {do: order-find, wait: 3秒}}]",
                        ":3:42: 时长要写成 3s、500ms、10m 这样"),
                then(
                        "a name that templates cannot say",
                        "[{shop: {do: order-find, as: 订单}}]",
                        ":3:40: as 是模板里的变量名,只能用英文字母、数字和下划线"));
    }

    private static Arguments then(String name, String actions, String... mistakes) {
        return argumentSet(name, "rules:\n  - id: a\n    then: %s".formatted(actions), List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource
    void actions(String file, List<String> mistakes) {
        assertThat(RuleFiles.mistakes(file))
                .containsExactlyElementsOf(mistakes.stream()
                        .map(mistake -> "rules/test.yaml" + mistake)
                        .toList());
    }
}
