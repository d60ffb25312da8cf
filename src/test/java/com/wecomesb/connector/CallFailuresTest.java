package com.wecomesb.connector;

import static com.wecomesb.connector.RestSystems.failure;
import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be done after a call that did not go well. */
class CallFailuresTest {

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("500", new Reply(500, Map.of(), "{\"customer\":\"王芳\"}"), Kind.RETRY, null),
                argumentSet("503", new Reply(503, Map.of(), ""), Kind.RETRY, null),
                argumentSet(
                        "503 with a time",
                        new Reply(503, Map.of("Retry-After", "120"), ""),
                        Kind.THROTTLED,
                        RestSystems.NOW.plusSeconds(120)),
                argumentSet(
                        "429",
                        new Reply(429, Map.of("retry-after", "7"), ""),
                        Kind.THROTTLED,
                        RestSystems.NOW.plusSeconds(7)),
                argumentSet(
                        "429 with a date",
                        new Reply(429, Map.of("Retry-After", "Fri, 20 Nov 2026 10:01:00 GMT"), ""),
                        Kind.THROTTLED,
                        RestSystems.NOW.plusSeconds(60)),
                argumentSet(
                        "429 without a time",
                        new Reply(429, Map.of(), ""),
                        Kind.THROTTLED,
                        RestSystems.NOW.plusSeconds(60)),
                argumentSet(
                        "429 for ever",
                        new Reply(429, Map.of("Retry-After", "999999999"), ""),
                        Kind.THROTTLED,
                        RestSystems.NOW.plus(Duration.ofDays(1))),
                argumentSet("403", new Reply(403, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet("401 again", new Reply(401, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet("408", new Reply(408, Map.of(), ""), Kind.RETRY, null),
                argumentSet("409", new Reply(409, Map.of(), ""), Kind.CONFLICT, null),
                argumentSet("412", new Reply(412, Map.of(), ""), Kind.CONFLICT, null),
                argumentSet("422", new Reply(422, Map.of(), "{\"errors\":[\"王芳\"]}"), Kind.PERMANENT, null),
                argumentSet("404 for a creation", new Reply(404, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet(
                        "a redirect to another host",
                        new Reply(302, Map.of("Location", "http://127.0.0.1:1/"), ""),
                        Kind.PERMANENT,
                        null),
                argumentSet("error under 200", Reply.ok("{\"error\":{\"text\":\"王芳\"}}"), Kind.PERMANENT, null),
                argumentSet("page instead of JSON", Reply.ok("<html>王芳</html>"), Kind.UNKNOWN, null),
                argumentSet("truncated answer", Reply.ok("{\"id\":\"王"), Kind.UNKNOWN, null),
                argumentSet(
                        "an answer without end",
                        Reply.ok("[\"" + "x".repeat(10_000_001) + "\"]"),
                        Kind.PERMANENT,
                        null),
                argumentSet("201 without id", new Reply(201, Map.of(), "{}"), Kind.UNKNOWN, null),
                argumentSet("silence", Reply.SILENCE, Kind.UNKNOWN, null));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void classifiesWhatACreationIsAnswered(Reply reply, Kind kind, @Nullable Instant until) {
        // Given
        stub.misbehave(request -> request.isPost("/tickets") ? reply : null);
        // When
        ConnectorFailed failed = systems.failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.until().orElse(null)).isEqualTo(until);
        assertThat(failed).hasNoCause().hasMessageNotContaining("王芳");
    }

    @Test
    void mayTryAgainWhenTheLookBeforeTheCreationIsNotAnswered() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/tickets") ? Reply.SILENCE : null);
        // When
        ConnectorFailed failed = systems.failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void mayTryAgainWhenNobodyListens() throws IOException {
        // Given
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ConnectorCalls calls =
                systems.calls(Map.of("ticket", Map.of("connector", "rest", "url", "http://127.0.0.1:" + port)));
        // When
        ConnectorFailed failed = failure(calls, "ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void leavesASystemAloneThatFailsTooOften() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/tickets") ? new Reply(500, Map.of(), "") : null);
        ConnectorCalls calls = systems.calls(systems.settings());
        for (int call = 0; call < 10; call++) {
            failure(calls, "ticket", "ticket-create", "{}");
        }
        int before = stub.requests.size();
        // When
        ConnectorFailed failed = failure(calls, "ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.OPEN);
        assertThat(failed.until()).contains(RestSystems.NOW.plusSeconds(10));
        assertThat(stub.requests).hasSize(before);
        assertThat(calls.call("crm", "contact-upsert", json("{'id': '1'}"), CallContext.of("a2")))
                .isNotEmpty();
        assertThat(calls.breakerStates()).containsEntry("ticket", "OPEN").containsEntry("crm", "CLOSED");
    }

    @Test
    void saysWhichSettingIsMissingAndWhichVerbIsUnknown() {
        // Given
        ConnectorCalls calls = systems.calls(Map.of("ticket", Map.of("connector", "rest")));
        // When
        ConnectorFailed setting = failure(calls, "ticket", "ticket-create", "{}");
        ConnectorFailed verb = failure(calls, "ticket", "ticket-delete", "{}");
        ConnectorFailed system = failure(calls, "crm", "contact-upsert", "{}");
        // Then
        assertThat(setting.reason()).contains("esb.systems.ticket.url");
        assertThat(verb.reason()).contains("ticket-delete");
        assertThat(system.reason()).contains("没有配置系统 crm");
        assertThat(List.of(setting.kind(), verb.kind(), system.kind())).containsOnly(Kind.PERMANENT);
        assertThat(calls.can("ticket", "ticket-create")).isTrue();
        assertThat(calls.can("ticket", "ticket-delete")).isFalse();
    }
}
