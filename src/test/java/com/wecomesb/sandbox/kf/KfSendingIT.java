package com.wecomesb.sandbox.kf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulated 微信客服 sends to a customer, with the limits that the real one has. */
class KfSendingIT extends KfSandbox {

    @Test
    void tellsUnknownAccountsApart() {
        // When / Then
        assertThat(errcode(send(Map.of("open_kfid", "")))).isEqualTo(60251);
        assertThat(errcode(send(Map.of("open_kfid", "kf1")))).isEqualTo(95000);
        assertThat(errcode(send(Map.of("open_kfid", "wkOther")))).isEqualTo(95004);
    }

    static Stream<Arguments> refusals() {
        Map<String, Object> click = Map.of("type", "click", "click", Map.of("id", "1", "content", "好"));
        return Stream.of(
                argumentSet("unknown customer", Map.of("touser", "wmNobody"), 40096),
                argumentSet("msgid of 33 bytes", Map.of("msgid", "x".repeat(33)), 40035),
                argumentSet("msgid with a dot", Map.of("msgid", "a.b"), 40035),
                argumentSet("empty text", Map.of("text", Map.of("content", "")), 44004),
                argumentSet("unknown type", Map.of("msgtype", "textcard"), 40008),
                argumentSet("media that is not there", media("gone"), 40007),
                argumentSet("eleven menu items", menu(Collections.nCopies(11, click)), 95008),
                argumentSet("menu item of no type", menu(List.of(Map.of("type", "dance"))), 95009),
                argumentSet(
                        "link without scheme",
                        Map.of("msgtype", "link", "link", Map.of("title", "t", "url", "work.weixin.qq.com")),
                        40035));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithItsCode(Map<String, Object> change, int errcode) {
        // Given
        sandbox.customerWrites("在吗");

        // When
        JsonNode answer = send(change);

        // Then
        assertThat(errcode(answer)).isEqualTo(errcode);
        assertThat(sandbox.count("sent")).isZero();
    }

    private static Map<String, Object> media(String id) {
        return Map.of("msgtype", "image", "image", Map.of("media_id", id));
    }

    private static Map<String, Object> menu(List<?> items) {
        return Map.of("msgtype", "msgmenu", "msgmenu", Map.of("head_content", "满意吗?", "list", items));
    }

    @Test
    void allowsFiveMessagesForEachOfTheCustomers() {
        // Given
        sandbox.customerWrites("在吗");
        for (int i = 0; i < 5; i++) {
            assertThat(errcode(send(Map.of()))).isZero();
        }

        // When
        int sixth = errcode(send(Map.of()));
        sandbox.customerWrites("还在吗");
        int next = errcode(send(Map.of()));

        // Then
        assertThat(sixth).isEqualTo(95001);
        assertThat(next).isZero();
    }

    @Test
    void allowsNoMessageAfter48Hours() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        sandbox.advance(Duration.ofHours(48).plusSeconds(1));

        // Then
        assertThat(errcode(send(Map.of()))).isEqualTo(95002);
    }

    @Test
    void refusesAMessageIdThatWasUsedEvenWhenNothingMoreMayBeSent() {
        // Given
        sandbox.customerWrites("在吗");
        for (int i = 0; i < 5; i++) {
            send(Map.of("msgid", "action-" + i));
        }

        // When
        int repeated = errcode(send(Map.of("msgid", "action-4")));

        // Then
        assertThat(repeated).isEqualTo(95033);
        assertThat(sandbox.count("delivered")).isEqualTo(5);
    }

    @Test
    void keepsAMessageIdFreeWhenTheMessageWasRefused() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");
        int refused = errcode(send(Map.of("msgid", "action-1")));
        move(4, "");
        sandbox.customerWrites("还在吗");

        // When
        int sent = errcode(send(Map.of("msgid", "action-1")));

        // Then
        assertThat(refused).isEqualTo(95018);
        assertThat(sent).isZero();
    }

    @Test
    void cutsATextAfter2048Bytes() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        send(Map.of("text", Map.of("content", "😀".repeat(600))));

        // Then
        assertThat(sandbox.look("/chats/" + CUSTOMER)
                        .path("messages")
                        .path(1)
                        .path("text")
                        .asText())
                .isEqualTo("😀".repeat(512));
    }
}
