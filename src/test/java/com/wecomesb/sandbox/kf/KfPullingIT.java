package com.wecomesb.sandbox.kf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be read of the simulated 微信客服, with the limits that the real one has. */
class KfPullingIT extends KfSandbox {

    @Test
    void givesMessagesPageByPage() {
        // Given
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(sandbox.customerWrites("第" + i + "条"));
        }

        // When
        JsonNode first = sync(Map.of("limit", 3));
        JsonNode second =
                sync(Map.of("limit", 3, "cursor", first.path("next_cursor").asText()));
        JsonNode third =
                sync(Map.of("limit", 3, "cursor", second.path("next_cursor").asText()));

        // Then
        List<String> pulled = new ArrayList<>(first.path("msg_list").findValuesAsText("msgid"));
        pulled.addAll(second.path("msg_list").findValuesAsText("msgid"));
        assertThat(pulled).isEqualTo(written);
        assertThat(first.path("has_more").asInt()).isEqualTo(1);
        assertThat(second.path("has_more").asInt()).isZero();
        assertThat(third.path("msg_list")).isEmpty();
    }

    @Test
    void keepsMessagesForThreeDays() {
        // Given
        sandbox.customerWrites("四天前");
        sandbox.advance(Duration.ofDays(4));
        String fresh = sandbox.customerWrites("刚才");

        // When
        JsonNode page = sync(Map.of());

        // Then
        assertThat(page.path("msg_list").findValuesAsText("msgid")).containsExactly(fresh);
    }

    @Test
    void hidesWhatTheApiSentAndShowsWhatServicersWrote() {
        // Given
        sandbox.customerWrites("人工");
        send(Map.of());
        move(3, "zhangsan");
        sandbox.control("POST", "/servicers/zhangsan/messages", Map.of("customer", CUSTOMER, "text", "您好,我是张三"));

        // When
        JsonNode messages = sync(Map.of()).path("msg_list");

        // Then
        assertThat(messages.findValuesAsText("origin")).containsExactly("3", "5");
        assertThat(messages.path(1).path("servicer_userid").asText()).isEqualTo("zhangsan");
    }

    @Test
    void refusesInventedTokensAndCursors() {
        // When / Then
        assertThat(errcode(sync(Map.of("token", "ENCinvented")))).isEqualTo(95007);
        assertThat(errcode(sync(Map.of("cursor", "invented")))).isEqualTo(50100);
        assertThat(errcode(sync(Map.of("limit", 1001)))).isEqualTo(40035);
    }

    @Test
    void limitsPullingWithoutAToken() {
        // When
        for (int i = 0; i < 8; i++) {
            assertThat(errcode(sync(Map.of()))).isZero();
        }

        // Then
        assertThat(errcode(sync(Map.of()))).isEqualTo(45009);
    }

    @Test
    void knowsCustomersFor48Hours() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        JsonNode now = batchGet();
        sandbox.advance(Duration.ofHours(49));
        JsonNode later = batchGet();

        // Then
        assertThat(now.path("customer_list").path(0).path("nickname").asText()).isEqualTo("王芳");
        assertThat(later.path("customer_list")).isEmpty();
        assertThat(later.path("invalid_external_userid")).hasSize(1);
    }

    private static JsonNode batchGet() {
        return sandbox.wecom("kf/customer/batchget", Map.of("external_userid_list", List.of(CUSTOMER)));
    }

    @Test
    void describesAnExternalContact() {
        // When
        JsonNode known = sandbox.wecom("externalcontact/get?external_userid=" + CUSTOMER, "");
        JsonNode unknown = sandbox.wecom("externalcontact/get?external_userid=wmNobody", "");

        // Then
        assertThat(known.path("external_contact").path("name").asText()).isEqualTo("王芳");
        assertThat(errcode(unknown)).isEqualTo(84061);
    }
}
