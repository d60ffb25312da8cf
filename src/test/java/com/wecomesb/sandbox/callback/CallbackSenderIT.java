package com.wecomesb.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import com.wecomesb.sandbox.callback.CallbackReceiver.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks over real HTTP, opened by an implementation that is not ours. */
class CallbackSenderIT {

    private static CallbackReceiver bus;
    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        bus = new CallbackReceiver();
        sandbox = RunningSandbox.start(
                "esb.sandbox.callback-url=" + bus.url(),
                "esb.sandbox.callbacks.timeout=400ms",
                "esb.sandbox.callbacks.retry-delay=10ms");
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        bus.forget();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        bus.close();
    }

    private static void memberWrites(String text) {
        sandbox.control("POST", "/members/zhangsan/messages", Map.of("text", text));
    }

    private static JsonNode deliveries(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sandbox.look("/ledger").path("callbacks").size() == count);
        return sandbox.look("/ledger").path("callbacks");
    }

    @Test
    void carriesAMembersMessage() {
        // When
        memberWrites("报销怎么走?]]>");

        // Then
        assertThat(deliveries(1).path(0).path("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(bus.received())
                .singleElement()
                .asString()
                .contains("<FromUserName><![CDATA[zhangsan]]></FromUserName>")
                .contains("<Content><![CDATA[报销怎么走?]]]]><![CDATA[>]]></Content>")
                .contains("<AgentID>" + SandboxDefaults.AGENT_ID + "</AgentID>");
    }

    @Test
    void nudgesForACustomersMessageWithATokenThatLasts10Minutes() {
        // When
        sandbox.control("POST", "/customers/" + SandboxDefaults.CUSTOMER + "/messages", Map.of("text", "在吗"));

        // Then
        deliveries(1);
        String nudge = bus.received().element();
        assertThat(nudge).contains("<Event><![CDATA[kf_msg_or_event]]></Event>").doesNotContain("在吗", "AgentID");
        Map<String, String> request = Map.of(
                "open_kfid",
                SandboxDefaults.KF_ACCOUNT,
                "token",
                nudge.replaceAll(".*<Token><!\\[CDATA\\[(.*?)]].*", "$1"));
        assertThat(sandbox.wecom("kf/sync_msg", request).path("errcode").asInt())
                .isZero();
        sandbox.advance(Duration.ofMinutes(11));
        assertThat(sandbox.wecom("kf/sync_msg", request).path("errcode").asInt())
                .isEqualTo(95007);
    }

    @Test
    void sendsTheSameRequestAgainWhenTheConnectionIsClosed() {
        // Given
        bus.behave(Behaviour.CLOSE, Behaviour.CLOSE, Behaviour.ANSWER);

        // When
        memberWrites("在吗");

        // Then
        assertThat(deliveries(1).path(0).path("attempts").asInt()).isEqualTo(3);
        assertThat(bus.received()).hasSize(3);
        assertThat(Set.copyOf(bus.signatures())).hasSize(1);
    }

    @Test
    void sendsTheSameRequestAgainWhenNobodyAnswersInTime() {
        // Given
        bus.behave(Behaviour.HANG, Behaviour.ANSWER);

        // When
        memberWrites("在吗");

        // Then
        assertThat(deliveries(1).path(0).path("attempts").asInt()).isEqualTo(2);
        assertThat(sandbox.count("callbacksRepeated")).isEqualTo(1);
    }

    @Test
    void givesUpAfterThreeRepeats() {
        // Given
        bus.behave(Behaviour.CLOSE, Behaviour.CLOSE, Behaviour.CLOSE, Behaviour.CLOSE);

        // When
        memberWrites("在吗");

        // Then
        assertThat(deliveries(1).path(0).path("outcome").asText()).isEqualTo("GAVE_UP");
        assertThat(bus.received()).hasSize(4);
    }

    @Test
    void takesAnErrorForAnAnswer() {
        // Given
        bus.behave(Behaviour.ERROR);

        // When
        memberWrites("在吗");

        // Then
        assertThat(deliveries(1).path(0).path("status").asInt()).isEqualTo(500);
        assertThat(bus.received()).hasSize(1);
        assertThat(sandbox.count("callbacksRefused")).isEqualTo(1);
    }

    @Test
    void countsAnswersThatAreNotEmpty() {
        // Given
        bus.behave(Behaviour.ANSWER_WITH_A_WORD);

        // When
        memberWrites("在吗");

        // Then
        deliveries(1);
        assertThat(sandbox.count("callbacksNotEmpty")).isEqualTo(1);
    }

    @Test
    void keepsTheOrderOfOneMember() {
        // Given
        bus.behave(Behaviour.CLOSE);
        List<String> texts = List.of("一", "二", "三", "四", "五");

        // When
        texts.forEach(CallbackSenderIT::memberWrites);

        // Then
        deliveries(5);
        assertThat(bus.received())
                .extracting(xml -> xml.replaceAll(".*<Content><!\\[CDATA\\[(.*?)]].*", "$1"))
                .containsExactly("一", "一", "二", "三", "四", "五");
    }

    @Test
    void sendsTheVerySameCallbackThreeTimesWhenAsked() {
        // When
        sandbox.control(
                "POST",
                "/customers/" + SandboxDefaults.CUSTOMER + "/messages",
                Map.of("text", "你好,我想退货,怎么办理?", "repeat", 3));

        // Then
        deliveries(3);
        assertThat(bus.signatures()).hasSize(3);
        assertThat(Set.copyOf(bus.signatures())).hasSize(1);
    }

    @Test
    void verifiesTheCallbackAddress() {
        // When
        JsonNode verdict = sandbox.control("POST", "/verify", Map.of());

        // Then
        assertThat(verdict.path("passed").asBoolean()).isTrue();
        assertThat(bus.signatures()).hasSize(1);
    }
}
