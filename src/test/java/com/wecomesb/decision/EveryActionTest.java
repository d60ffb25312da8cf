package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.database.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each action what a rule says and which rows come of it. */
class EveryActionTest extends DecideStep {

    private static final String REPLIES = """
            replies:
              - id: where
                messages:
                  - text: "{{ contact.name }},订单 {{ match.order }} 在路上"
            """;

    EveryActionTest() {
        super(TestDatabase.H2);
    }

    static Stream<Arguments> actions() {
        return Stream.of(
                argumentSet(
                        "a reply of the library",
                        "reply: where",
                        List.of("reply kf/send_msg service READY"),
                        List.of("王芳,订单 12345 在路上")),
                argumentSet(
                        "a reply in place",
                        "reply: {text: '收到:{{ event.text }}'}",
                        List.of("reply kf/send_msg service READY"),
                        List.of("收到:订单12345")),
                argumentSet(
                        "a contact",
                        "crm: {do: contact-upsert, with: {stage: '{{ match.order }}', name: '{{ contact.name }}'}}",
                        List.of("crm contact-upsert crm READY"),
                        List.of("\"stage\":\"12345\"")),
                argumentSet(
                        "a look-up",
                        "shop: {do: order-find, with: {id: '{{ match.order }}'}}",
                        List.of("shop order-find shop READY"),
                        List.of("{\"id\":\"12345\"}")),
                argumentSet(
                        "a ticket",
                        "ticket: {do: ticket-create, subject: '订单 {{ match.order }}', priority: high}",
                        List.of("ticket ticket-create ticket READY"),
                        List.of("\"subject\":\"订单 12345\"")),
                argumentSet(
                        "a notice to a group",
                        "notify: {to: 售后组, text: '{{ contact.name }} 问 {{ match.order }}'}",
                        List.of("notify message/send service READY"),
                        List.of(
                                "\"touser\":\"zhangsan|lisi\",\"msgtype\":\"text\",\"text\":{\"content\":\"王芳 问 12345\"}")),
                argumentSet(
                        "a notice without words",
                        "notify: 售后组",
                        List.of("notify message/send service READY"),
                        List.of("王芳 需要人工处理(旗舰店)\\n客户说:订单12345")),
                argumentSet(
                        "a notice to members",
                        "notify: {users: [wangwu, '{{ match.order }}', '{{ contact.owner }}'], text: 请看}",
                        List.of("notify message/send service READY"),
                        List.of("\"touser\":\"wangwu|12345\"")),
                argumentSet(
                        "a notice to a group and a member",
                        "notify: {to: [售后组], users: wangwu, text: 请看}",
                        List.of("notify message/send service READY", "notify message/send service READY"),
                        List.of("\"touser\":\"zhangsan|lisi\"", "\"touser\":\"wangwu\"")),
                argumentSet(
                        "a notice to a group that is not there",
                        "notify: {to: '{{ match.order }}'}",
                        List.of("notify message/send - SKIPPED"),
                        List.of("{}")),
                argumentSet(
                        "a notice to nobody",
                        "notify: {users: '{{ contact.owner }}', text: 请看}",
                        List.of("notify message/send - SKIPPED"),
                        List.of("{}")),
                argumentSet(
                        "a handoff",
                        "handoff: 售后组",
                        List.of("notify message/send service READY", "reply kf/service_state/trans service READY"),
                        List.of("王芳 需要人工处理(旗舰店)\\n客户说:订单12345", "\"service_state\":2")),
                argumentSet(
                        "a handoff that tells nobody",
                        "handoff: {}",
                        List.of("reply kf/service_state/trans service READY"),
                        List.of("\"service_state\":2")),
                argumentSet(
                        "something later",
                        "schedule: {after: 2h, unless: answered, then: [{reply: where}, {notify: 售后组}]}",
                        List.of("schedule delay - READY"),
                        List.of("{\"after\":\"PT2H\",\"unless\":\"answered\",\"then\":[\"reply\",\"notify\"]}")),
                argumentSet(
                        "a webhook",
                        "webhook: {to: erp, with: {order: '{{ match.order }}'}}",
                        List.of("notify webhook erp READY"),
                        List.of("\"account\":\"旗舰店\",\"order\":\"12345\"}")),
                argumentSet(
                        "a webhook by its name",
                        "webhook: erp",
                        List.of("notify webhook erp READY"),
                        List.of("{\"type\":\"wecom.message.received\",\"timestamp\":\"2026-11-21T04:00:00Z\"")));
    }

    @ParameterizedTest
    @MethodSource
    void actions(String written, List<String> rows, List<String> payloads) {
        // Given
        then(written);

        // When
        decide.now(events.kf("m1", "wm1", "订单12345"));

        // Then
        assertThat(decided.rows()).isEqualTo(rows);
        assertThat(decided.payloadTexts()).hasSameSizeAs(payloads);
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(decided.payloadTexts().get(i)).contains(payloads.get(i));
        }
    }

    static Stream<Arguments> notes() {
        return Stream.of(
                argumentSet(
                        "tags are added", "tag: {add: [会员/黄金, '订单/{{ match.order }}']}", List.of("会员/黄金", "订单/12345")),
                argumentSet(
                        "a tag goes with those below it",
                        "tag: {add: [会员/黄金, 会员费]}}, {tag: {remove: 会员}",
                        List.of("会员费")),
                argumentSet(
                        "what is no tag once it is filled in is left out",
                        "tag: {add: ['a/{{ match.order }}/b/c', '{{ contact.owner }}', 老客]}",
                        List.of("老客")));
    }

    @ParameterizedTest
    @MethodSource
    void notes(String written, List<String> tags) {
        // Given
        then(written);

        // When
        decide.now(events.kf("m1", "wm1", "订单12345"));

        // Then
        assertThat(decided.tags()).isEqualTo(tags);
        assertThat(decided.rows()).isEmpty();
    }

    @Test
    void attributesBelongToTheContactAndVariablesToTheConversation() {
        // Given
        then("set: {stage: new, spent: 3, gone: x, conversation: {order: '{{ match.order }}', topic: 物流}}}, "
                + "{set: {gone: null, conversation: {topic: null}}");

        // When
        decide.now(events.kf("m1", "wm1", "订单12345"));

        // Then
        assertThat(decided.attributes()).isEqualTo("{\"nickname\":\"王芳\",\"stage\":\"new\",\"spent\":3}");
        assertThat(decided.variables()).isEqualTo("{\"order\":\"12345\"}");
    }

    @Test
    void whatWasNotedIsThereForTheNextMessage() {
        // Given
        then("set: {conversation: {order: '{{ match.order }}'}}}, {reply: {text: '{{ conversation.order }}?'}");
        decide.now(events.kf("m1", "wm1", "订单12345"));

        // When
        decide.now(events.kf("m2", "wm1", "订单6"));

        // Then
        assertThat(decided.payloadTexts().get(1)).contains("12345?");
    }

    @Test
    void aColleagueWhoTakesOverReadsWhatTheBotHasDone() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        then("reply: where}, {tag: VIP}, {handoff: {to: 售后组, text: '{{ contact.name }} 很急'}");

        // When
        decide.now(events.kf("m2", "wm1", "订单12345"));

        // Then
        assertThat(decided.payloadTexts().get(4)).contains("王芳 很急\\n客户说:订单12345\\n机器人做过:回复 2 条,更新 CRM 联系人,创建工单");
    }

    @Test
    void aReplyToWhomTheBotDoesNotServeIsSkippedWithTheReason() {
        // Given
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.follow("rules: [{id: r, event: ticket.closed, then: [{reply: {text: 好了}}]}]", REPLIES);
        decide.liveAccountIs("testers");

        // When
        decide.now(events.causedByTheBus("t1", 1));

        // Then
        assertThat(decided.rows()).endsWith("reply message/send - SKIPPED");
        assertThat(decided.reasons()).containsExactly("账号“旗舰店”的模式为 testers,机器人不接待这位客户");
    }

    private void then(String actions) {
        decide.follow("rules: [{id: r, when: {regex: '订单(?P<order>[0-9]+)'}, then: [{" + actions + "}]}]", REPLIES);
    }
}
