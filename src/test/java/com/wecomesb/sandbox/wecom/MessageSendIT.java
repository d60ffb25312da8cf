package com.wecomesb.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Application messages: what is refused, what is dropped without a word, what arrives. */
class MessageSendIT {

    private static final Map<String, Object> CHECKED =
            Map.of("enable_duplicate_check", 1, "duplicate_check_interval", 300);

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start(
                "esb.sandbox.limits.member-per-minute=3",
                "esb.sandbox.apps.service.agent-id=" + SandboxDefaults.AGENT_ID,
                "esb.sandbox.apps.service.secret=" + SandboxDefaults.APP_SECRET,
                "esb.sandbox.apps.service.token=" + SandboxDefaults.TOKEN,
                "esb.sandbox.apps.service.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY);
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Map<String, Object> text(String to, String content) {
        Map<String, Object> message = new HashMap<>();
        message.put("touser", to);
        message.put("agentid", SandboxDefaults.AGENT_ID);
        message.put("msgtype", "text");
        message.put("text", Map.of("content", content));
        return message;
    }

    private static JsonNode send(Map<String, Object> message, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(message);
        all.putAll(more);
        return sandbox.wecom("message/send", all);
    }

    private static JsonNode screen(String userid) {
        return sandbox.look("/members/" + userid).path("messages");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("unknown type", Map.of("msgtype", "smoke"), 40008),
                argumentSet("empty text", Map.of("text", Map.of("content", "")), 44004),
                argumentSet("no agent", Map.of("agentid", "none"), 40056),
                argumentSet("agent of another app", Map.of("agentid", 1000099), 301002),
                argumentSet("nobody to send to", Map.of("touser", ""), 82001),
                argumentSet("nobody who exists", Map.of("touser", "gone|left"), 81013),
                argumentSet("more than 1000 users", Map.of("touser", "u|".repeat(1001)), 40032),
                argumentSet("more than 100 parties", Map.of("toparty", "2|".repeat(101)), 82002),
                argumentSet("more than 100 tags", Map.of("totag", "2|".repeat(101)), 82003),
                argumentSet("duplicate check beyond 4 hours", Map.of("duplicate_check_interval", 14401), 40035),
                argumentSet(
                        "markdown too long",
                        Map.of("msgtype", "markdown", "markdown", Map.of("content", "长".repeat(683))),
                        45002),
                argumentSet(
                        "media that is not there",
                        Map.of("msgtype", "image", "image", Map.of("media_id", "gone")),
                        40007));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithItsCode(Map<String, Object> change, int errcode) {
        // When
        JsonNode answer = send(text("zhangsan", "你好"), change);

        // Then
        assertThat(answer.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(sandbox.count("sent")).isZero();
    }

    @Test
    void deliversToThoseWhoExistAndNamesTheOthersInLowerCase() {
        // When
        JsonNode answer = send(text("ZhangSan|Gone", "你好"), Map.of("toparty", "7"));

        // Then
        assertThat(answer.path("errcode").asInt()).isZero();
        assertThat(answer.path("invaliduser").asText()).isEqualTo("gone");
        assertThat(answer.path("invalidparty").asText()).isEqualTo("7");
        assertThat(screen("zhangsan")).hasSize(1);
    }

    @Test
    void deliversToEverybody() {
        // When
        send(text("@all", "放假通知"), Map.of());

        // Then
        assertThat(sandbox.count("delivered")).isEqualTo(SandboxDefaults.MEMBERS.size());
    }

    @Test
    void cutsATextAfter2048BytesBetweenTwoCharacters() {
        // When
        send(text("lisi", "退".repeat(700)), Map.of());

        // Then
        assertThat(screen("lisi").path(0).path("text").asText()).isEqualTo("退".repeat(682));
    }

    @Test
    void dropsAnIdenticalRequestWithinTheCheckedInterval() {
        // When
        JsonNode first = send(text("lisi", "您的工单已处理"), CHECKED);
        JsonNode second = send(text("lisi", "您的工单已处理"), CHECKED);

        // Then
        assertThat(first.path("errcode").asInt()).isZero();
        assertThat(second.path("errcode").asInt()).isZero();
        assertThat(screen("lisi")).hasSize(1);
        assertThat(sandbox.look("/ledger").path("sends").findValuesAsText("dropped"))
                .containsExactly("null", "duplicate");
    }

    @Test
    void deliversTheSameAgainWithoutTheCheckOrAfterItsInterval() {
        // Given
        send(text("lisi", "您的工单已处理"), CHECKED);

        // When
        send(text("lisi", "您的工单已处理"), Map.of());
        sandbox.advance(Duration.ofSeconds(301));
        send(text("lisi", "您的工单已处理"), CHECKED);

        // Then
        assertThat(screen("lisi")).hasSize(3);
    }

    @Test
    void dropsTheSurplusForOneMemberWithoutAWord() {
        // When
        for (int i = 0; i < 5; i++) {
            assertThat(send(text("lisi", "第" + i + "条"), Map.of())
                            .path("errcode")
                            .asInt())
                    .isZero();
        }
        send(text("wangwu", "另一位"), Map.of());

        // Then
        assertThat(screen("lisi")).hasSize(3);
        assertThat(screen("wangwu")).hasSize(1);
    }
}
