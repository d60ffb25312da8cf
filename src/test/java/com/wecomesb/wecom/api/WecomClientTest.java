package com.wecomesb.wecom.api;

import static com.wecomesb.wecom.api.WecomCalls.OK;
import static com.wecomesb.wecom.api.WecomCalls.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a call of the WeCom API looks like on the wire. */
class WecomClientTest {

    @AutoClose
    private final WecomCalls calls = new WecomCalls();

    private final FakeWecom wecom = calls.wecom();

    @Test
    void addsTheTokenToTheUrlAndOnlyThere() {
        // Given
        wecom.answer("kf/send_msg", OK);

        // When
        JsonNode answer = calls.client().call("service", "kf/send_msg", message("你好"), Map.of());

        // Then
        assertThat(answer.path("msgid").asText()).isEqualTo("m");
        assertThat(wecom.requests("kf/send_msg")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).isEqualTo("access_token=token-1");
            assertThat(request.body()).doesNotContain("token-1");
        });
    }

    @Test
    void sendsChineseAndEmojiUnescaped() {
        calls.client().call("service", "kf/send_msg", message("退货😀"), Map.of());

        assertThat(wecom.requests("kf/send_msg"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body()).contains("退货😀").doesNotContain("\\u"));
    }

    @Test
    void getsWithItsQueryWhenThereIsNoBody() {
        calls.client().call("service", "kf/servicer/list", null, Map.of("open_kfid", "wk 1"));

        assertThat(wecom.requests("kf/servicer/list")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.query()).contains("open_kfid=wk+1").contains("access_token=token-1");
        });
    }

    @Test
    void callsAWebhookWithItsKeyAndWithoutAToken() {
        calls.client().call("receiver", "webhook/send", message("a"), Map.of("key", "robot-key"));

        assertThat(wecom.requests("webhook/send"))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).isEqualTo("key=robot-key"));
        assertThat(wecom.requests("gettoken")).isEmpty();
    }

    @Test
    void refusesAPathThatLeavesTheApi() {
        assertThatThrownBy(() -> calls.client().call("service", "../admin?x=1", null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
