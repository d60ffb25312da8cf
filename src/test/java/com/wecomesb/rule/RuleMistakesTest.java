package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.rule.condition.MessageTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleMistakesTest {

    private static final String CONDITIONS =
            "keywords、regex、intent、similar、sentiment、message、tag、attribute、region、rfm、contact、identity、channel、app、account、brand、conversation、time、count、clicked、card、state、ticket、data、all、any";
    private static final String ACTIONS = "reply、crm、shop、ticket、notify、tag、handoff、schedule、set、webhook";

    static Stream<Arguments> whatPeopleTypeWrongly() {
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
                then(
                        "the nearest reply without looking for it",
                        "[{reply: {similar: true}}]",
                        ":3:13: reply: {similar: true} 要有条件 similar:when 成立的每一种情况里都要找到最相近的话术"),
                then(
                        "the nearest reply beside another",
                        "[{reply: {similar: true, text: x}}]",
                        ":3:30: 最相近的话术单独写:reply: {similar: true}",
                        ":3:13: reply: {similar: true} 要有条件 similar:when 成立的每一种情况里都要找到最相近的话术"),
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
                        ":3:18: card 要写卡片的字段,例如 {title: {contains: 连衣裙}};只看类型写 message: {type: link}"),
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
                        ":3:40: as 是模板里的变量名,只能用英文字母、数字和下划线"),
                rule(
                        "an unknown key",
                        "priorty: 3",
                        ":3:5: 规则里没有“priorty”,是不是“priority”?可用:id、description、priority、also、event、when、unless、then、examples、cooldown、valid、rollout、confirm、ask"),
                rule("a pause in words", "cooldown: 一小时", ":3:15: 时长要写成 3s、500ms、10m 这样"),
                rule("no pause", "cooldown: 0m", ":3:15: cooldown 要大于 0"),
                rule("a share without percent", "rollout: 20", ":3:14: rollout 要写成 20% 这样,0% 到 100%"),
                rule("more than all", "rollout: 101%", ":3:14: rollout 要写成 20% 这样,0% 到 100%"),
                rule("a date in words", "valid: {from: 11月1日}", ":3:19: 日期要写成 2026-11-01,或者带时间 2026-11-01 09:30"),
                rule(
                        "a date that no calendar has",
                        "valid: {until: 2026-02-30}",
                        ":3:20: 日期要写成 2026-11-01,或者带时间 2026-11-01 09:30"),
                rule(
                        "a time without end or beginning",
                        "valid: {}",
                        ":3:12: valid 要写成 {from: 2026-11-01, until: 2026-11-12},可以只写一个"),
                rule(
                        "an end before the beginning",
                        "valid: {from: 2026-11-12, until: 2026-11-01}",
                        ":3:12: valid 的 until 要在 from 之后"),
                rule(
                        "a question that is missing",
                        "confirm: true",
                        ":2:5: confirm 要有 ask:问客户的话,例如 ask: 怎么退换货(会问“您是想问‘怎么退换货’吗?”)"),
                rule(
                        "a confirmation in words",
                        "confirm: 要\n    ask: 退货",
                        ":3:14: confirm 要写 true、always,或者 {below: 0.8}"),
                rule(
                        "a question to nobody",
                        "confirm: always\n    ask: 退货\n    event: ticket.closed",
                        ":3:14: confirm 只用于客户发来的消息(wecom.message.received)"),
                rule("a score above one", "confirm: {below: 80}\n    ask: 退货", ":3:22: below 要写 0 到 1 之间的数,例如 0.8"),
                rule("a priority in words", "priority: high", ":3:15: priority 要写整数"),
                rule("also as something else", "also: yes", ":3:11: also 只能是 true 或 false"),
                rule("an event in words", "event: 收到消息", ":3:12: 事件类型写成 wecom.message.received 这样,通配符是 *"),
                rule(
                        "a comma in a text without quotes",
                        "examples: [{text: 你好,在吗, expect: a}]",
                        ":3:26: “在吗”没有值;文字里有逗号时整段要加引号"),
                rule("a key twice", "priority: 1\n    priority: 2", ":4:5: “priority”出现了两次"));
    }

    private static Arguments when(String name, String conditions, String... mistakes) {
        return argumentSet(
                name,
                "vocabularies: {退货: [退货]}\nrules: [{id: a, then: [{reply: x}],\n    when: %s}]".formatted(conditions),
                List.of(mistakes));
    }

    private static Arguments then(String name, String actions, String... mistakes) {
        return argumentSet(name, "rules:\n  - id: a\n    then: %s".formatted(actions), List.of(mistakes));
    }

    private static Arguments rule(String name, String line, String... mistakes) {
        return argumentSet(
                name, "rules:\n  - id: a\n    %s\n    then: [{reply: x}]".formatted(line), List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource
    void whatPeopleTypeWrongly(String file, List<String> mistakes) {
        assertThat(RuleFiles.mistakes(file))
                .containsExactlyElementsOf(mistakes.stream()
                        .map(mistake -> "rules/test.yaml" + mistake)
                        .toList());
    }

    @Test
    void aFullWidthColonIsNamedWhereverYamlStumbles() {
        assertThat(RuleFiles.mistakes("rules:\n  - id: a\n    priority：10\n    then: [{reply: x}]"))
                .containsExactly("rules/test.yaml:3:1: 第3行:全角冒号“：”,请改为“: ”");
        assertThat(RuleFiles.mistakes("rules: [{id: a, then: [{reply: x}], also：true}]"))
                .containsExactly("rules/test.yaml:1:37: 规则里没有“also：true”:全角冒号“：”,请改为“: ”");
    }

    @Test
    void anIdIsUsedOnceAmongAllFiles() {
        assertThat(RuleFiles.mistakes(
                        "rules:\n  - {id: a, then: [{reply: x}]}", "rules:\n  - then: [{reply: x}]\n    id: a"))
                .containsExactly("rules/test2.yaml:3:9: 规则 id“a”已经在 rules/test1.yaml:2 用过");
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        assertThat(RuleFiles.mistakes(
                        "rules:\n  - {id: a, then: [{repl: x}], when: {tags: b}}",
                        "rule: []",
                        "rules: [{id: b, also: maybe, then: [{handoff: {too: c}}]}]"))
                .hasSize(6);
    }

    @Test
    void anExampleThatDoesNotHoldIsAMistake() {
        assertThat(RuleFiles.mistakes("""
                        rules:
                          - id: a
                            when: {keywords: [退货]}
                            then: [{reply: x}]
                            examples:
                              - 退货
                              - 换货
                              - {text: 我要退货, expect: none}
                              - {event: {message: {type: image}}}
                        """))
                .containsExactly(
                        "rules/test.yaml:7:9: 例句“换货”应由 a 处理,实际是 none",
                        "rules/test.yaml:8:9: 例句“我要退货”应由 none 处理,实际是 a",
                        "rules/test.yaml:9:9: 例句应由 a 处理,实际是 none");
    }

    @Test
    void theSchemaHasTheLastWord() {
        assertThat(RuleFiles.mistakes("rules:\n  - id: a\n    description: [1]\n    then: [{reply: x}]"))
                .singleElement()
                .asString()
                .startsWith("rules/test.yaml:3:18: 不符合格式:");
    }
}
