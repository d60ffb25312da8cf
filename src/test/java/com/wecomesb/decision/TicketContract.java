package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation and the ticket that was opened from it. */
abstract class TicketContract extends DecideStep {

    private static final String RULES = """
            rules:
              - id: open
                priority: 10
                when: {keywords: 退货}
                unless: {ticket: open}
                then: [{ticket: {do: ticket-create, subject: "{{ event.text }}"}}]
              - id: urge
                priority: 10
                when: {keywords: 加急, ticket: open}
                then: [{ticket: {do: ticket-update, with: {priority: high}}}, {reply: {text: "工单 {{ ticket.number }} 已加急"}}]
              - id: follow
                also: true
                when: {ticket: open}
                then: [{reply: {text: 已补充}}, {ticket: {do: ticket-comment}}]
              - id: named
                when: {keywords: 七号}
                then: [{ticket: {do: ticket-comment, with: {ticketId: "7", text: 说给七号}}}]
              - id: unasked
                when: {keywords: 补充}
                then: [{ticket: {do: ticket-comment}}]
              - id: how-far
                priority: 10
                when: {keywords: 进度}
                then:
                  - ticket: {do: ticket-find}
                    as: found
                    found: [{reply: {text: "工单 {{ found.number }} 处理中"}}]
                    missing: [{reply: {text: 没有处理中的工单}}]
              - id: thanks
                when: {keywords: 谢谢}
                then: [{reply: {text: 不客气}}]
              - id: answered
                event: ticket.commented
                when: {data: {comment.public: true}}
                then: [{reply: {text: "{{ ticket.number }}:{{ comment.text }}"}}]
            """;

    TicketContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void follow() {
        decide.follow(RULES, "replies: [{id: hello, messages: [{text: 您好}]}]");
    }

    @Test
    void whatTheCustomerAddsGoesToTheOpenTicket() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");

        // When
        decide.now(events.kf("m2", "wm1", "包装扔掉了"));

        // Then
        var comment = decided.lastPayload("ticket-comment");
        assertThat(comment.path("ticketId").asText()).isEqualTo("100001");
        assertThat(comment.path("text").asText()).isEqualTo("包装扔掉了");
        assertThat(comment.path("author").path("kind").asText()).isEqualTo("customer");
        assertThat(comment.path("author").path("name").asText()).isEqualTo("王芳");
        assertThat(comment.path("public").asBoolean()).isTrue();
        assertThat(decided.actions()).contains("reply kf/send_msg READY", "ticket ticket-comment READY");
    }

    @Test
    void aPictureGoesToTheOpenTicketAsAFileOfWecom() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");

        // When
        decide.now(events.kfFile("m2", "wm1", "image", "MEDIA1"));

        // Then
        var comment = decided.lastPayload("ticket-comment");
        assertThat(comment.path("text").asText()).isEqualTo("[image]");
        assertThat(comment.path("attachments")).hasSize(1);
        assertThat(comment.path("attachments").path(0).path("mediaId").asText()).isEqualTo("MEDIA1");
        assertThat(comment.path("attachments").path(0).path("kind").asText()).isEqualTo("image");
        assertThat(comment.path("attachments").path(0).path("app").asText()).isEqualTo("service");
    }

    @Test
    void aTicketThatIsStillBeingOpenedCountsAlsoWithinABatch() {
        // When
        decide.now(together(events.kf("m1", "wm1", "我想退货"), events.kf("m2", "wm1", "包装扔掉了")));
        decide.now(events.kf("m3", "wm1", "我想退货快点"));

        // Then
        assertThat(decided.actions())
                .containsExactly(
                        "ticket ticket-create READY",
                        "reply kf/send_msg READY",
                        "ticket ticket-comment READY",
                        "reply kf/send_msg READY",
                        "ticket ticket-comment READY");
        assertThat(decided.lastPayload("ticket-comment").path("ticketOf").asText())
                .isEqualTo(decided.waiting("ticket").get(0));
    }

    @Test
    void anotherConversationHasNoPartInIt() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");

        // When
        decide.now(events.kf("m2", "wm2", "补充一下"));

        // Then
        assertThat(decided.reasons()).contains("这个会话没有未结的工单");
    }

    @Test
    void aClosedTicketTakesNothingMoreUntilItIsOpenAgain() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");
        decide.ticketIs("100001", "closed", false);

        // When
        decide.now(events.kf("m2", "wm1", "谢谢"));
        decide.ticketIs("100001", "open", true);
        decide.now(events.kf("m3", "wm1", "运费谁出"));

        // Then
        assertThat(decided.actions())
                .filteredOn(action -> action.startsWith("ticket ticket-comment"))
                .hasSize(1);
        assertThat(decided.lastPayload("ticket-comment").path("text").asText()).isEqualTo("运费谁出");
    }

    @Test
    void theRuleMayChangeTheTicketAndSayItsNumber() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");

        // When
        decide.now(events.kf("m2", "wm1", "加急处理"));

        // Then
        assertThat(decided.lastPayload("ticket-update").path("id").asText()).isEqualTo("100001");
        assertThat(decided.lastPayload("ticket-update").path("priority").asText())
                .isEqualTo("high");
        assertThat(decided.payloadTexts()).anyMatch(payload -> payload.contains("工单 GD100001 已加急"));
    }

    @Test
    void aLookUpThatNamesNothingIsForTheOpenTicket() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        decide.ticketIsOpened("100001");

        // When
        decide.now(events.kf("m2", "wm1", "进度如何"));

        // Then
        assertThat(decided.actions()).contains("ticket ticket-find READY");
        assertThat(decided.lastPayload("ticket-find").path("id").asText()).isEqualTo("100001");
    }

    @Test
    void withoutAnOpenTicketSuchALookUpFindsNothing() {
        // When
        decide.now(events.kf("m1", "wm1", "进度如何"));

        // Then
        assertThat(decided.reasons()).contains("这个会话没有未结的工单");
        assertThat(decided.payloadTexts()).anyMatch(payload -> payload.contains("没有处理中的工单"));
    }

    @Test
    void aTicketThatTheRuleNamesNeedsNoOpenOne() {
        // When
        decide.now(events.kf("m1", "wm1", "告诉七号"));

        // Then
        assertThat(decided.actions()).containsExactly("ticket ticket-comment READY");
        assertThat(decided.lastPayload("ticket-comment").path("ticketId").asText())
                .isEqualTo("7");
        assertThat(decided.lastPayload("ticket-comment").path("text").asText()).isEqualTo("说给七号");
    }

    @Test
    void anAnswerToTheTicketGoesIntoTheConversation() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));

        // When
        decide.now(events.ticketCommented("k1", "wm1", "请寄回 {{ contact.name }}"));

        // Then
        assertThat(decided.outcome("k1")).isEqualTo("DECIDED answered");
        assertThat(decided.payloadTexts()).anyMatch(payload -> payload.contains("GD7:请寄回 {{ contact.name }}"));
    }
}
