package com.wecomesb.sandbox.kf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who serves a customer of the simulated 微信客服, and how that changes. */
class KfSessionsIT extends KfSandbox {

    @Test
    void refusesSendingWhileAPersonServes() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");
        sandbox.control("POST", "/servicers/lisi/take", Map.of("customer", CUSTOMER));

        // When / Then
        assertThat(errcode(send(Map.of()))).isEqualTo(95018);
        assertThat(state()).isEqualTo(3);
    }

    @Test
    void refusesTransitionsThatDoNotExist() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");

        // When / Then
        assertThat(errcode(move(1, ""))).isEqualTo(95016);
        assertThat(errcode(move(3, ""))).isEqualTo(40003);
        assertThat(errcode(move(3, "wangwu"))).isEqualTo(95014);
        assertThat(errcode(move(7, ""))).isEqualTo(40035);
        assertThat(errcode(move(4, ""))).isZero();
        assertThat(errcode(move(2, ""))).isEqualTo(95013);
    }

    @Test
    void givesNoCustomerToAServicerWhoHasStopped() {
        // Given
        sandbox.customerWrites("人工");
        sandbox.control("PUT", "/servicers/lisi", Map.of("serving", false));

        // When / Then
        assertThat(errcode(move(3, "lisi"))).isEqualTo(95019);
        assertThat(errcode(move(3, "zhangsan"))).isZero();
    }

    @Test
    void sendsOneWordWithTheCodeOfATransition() {
        // Given
        sandbox.customerWrites("人工");
        String code = move(2, "").path("msg_code").asText();

        // When
        int first = errcode(sendOn(code, "正在为您转接人工"));
        int second = errcode(sendOn(code, "正在为您转接人工"));

        // Then
        assertThat(first).isZero();
        assertThat(second).isEqualTo(41050);
    }

    @Test
    void tellsWhatServicersDoAsEvents() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");

        // When
        sandbox.control("POST", "/servicers/zhangsan/take", Map.of("customer", CUSTOMER));
        sandbox.control("POST", "/servicers/zhangsan/transfer", Map.of("customer", CUSTOMER, "to", "lisi"));
        sandbox.control("POST", "/servicers/lisi/end", Map.of("customer", CUSTOMER));
        sandbox.control("POST", "/servicers/lisi/messages", Map.of("customer", CUSTOMER, "text", "还有一句"));

        // Then
        JsonNode messages = sync(Map.of()).path("msg_list");
        assertThat(messages.findValuesAsText("change_type")).containsExactly("1", "2", "3", "4");
        assertThat(messages.path(1).has("external_userid")).isFalse();
        assertThat(state()).isEqualTo(3);
    }

    @Test
    void endsASessionAfter48Hours() {
        // Given
        sandbox.customerWrites("在吗");
        sandbox.advance(Duration.ofHours(47));
        sandbox.customerWrites("还在吗");

        // When
        sandbox.advance(Duration.ofHours(2));

        // Then
        assertThat(state()).isEqualTo(4);
        assertThat(errcode(send(Map.of()))).isEqualTo(95018);
    }

    @Test
    void welcomesWithin20SecondsAndOnceIn48Hours() {
        // Given
        enter();
        String code = welcomeCode();
        sandbox.advance(Duration.ofSeconds(21));

        // When
        int late = errcode(sendOn(code, "欢迎光临"));
        enter();
        int welcomes =
                sync(Map.of()).path("msg_list").findValues("welcome_code").size();

        // Then
        assertThat(late).isEqualTo(41050);
        assertThat(welcomes).isEqualTo(1);
    }

    private static void enter() {
        sandbox.control("POST", "/customers/" + CUSTOMER + "/enter", Map.of());
    }

    private static String welcomeCode() {
        return sync(Map.of()).path("msg_list").findValue("welcome_code").asText();
    }
}
