package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that say under HTTP 200 how it went. */
class RestEnvelopeTest {

    private static final Map<String, String> ENVELOPE =
            Map.of("data-field", "result.data", "code-field", "success", "code-ok", "true", "auth-codes", "expired");

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void aCodeThatRefusesTheTokenFetchesAnotherOnce() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        stub.misbehave(request -> request.path().startsWith("/oauth2")
                ? null
                : Reply.ok(
                        asked.incrementAndGet() == 1
                                ? "{\"success\": \"expired\"}"
                                : "{\"success\": true, \"result\": {\"data\": {\"id\": \"7\"}}}"));
        // When
        var order = calls(ENVELOPE).call("shop", "order-find", json("{'id': '7'}"), CallContext.of("a1"));
        // Then
        assertThat(order).isEqualTo(json("{'id': '7'}"));
        assertThat(stub.tokensGiven).hasValue(2);
    }

    @Test
    void afterAnEffectAnAnswerWithoutACodeSaysNothing() {
        // Given
        answer("GET", "{\"success\": true, \"result\": {\"data\": []}}", "{\"status\": \"accepted\"}");
        // When
        ConnectorFailed failed = RestSystems.failure(calls(ENVELOPE), "ticket", "ticket-create", "{'subject': '退货'}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failed.reason()).contains("没有 success");
    }

    @Test
    void withoutACodeDataThatAreNotThereAreNoEmptyAnswer() {
        // Given
        answer("GET", "{\"message\": \"busy\"}", "");
        // When
        ConnectorFailed failed = RestSystems.failure(
                calls(Map.of("data-field", "data")), "ticket", "ticket-create", "{'subject': '退货'}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(stub.calls()).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void withoutAMessageFieldNothingOfTheSystemsWordsIsTold() {
        // Given
        answer("GET", "{\"success\": false, \"msg\": \"王芳秘密\"}", "");
        // When
        ConnectorFailed failed = RestSystems.failure(calls(ENVELOPE), "shop", "order-find", "{'id': '7'}");
        // Then
        assertThat(failed.reason()).isEqualTo("系统回答错误码 false");
    }

    private void answer(String method, String toIt, String toOthers) {
        stub.misbehave(request -> request.path().startsWith("/oauth2")
                ? null
                : Reply.ok(request.method().equals(method) ? toIt : toOthers));
    }

    private ConnectorCalls calls(Map<String, String> envelope) {
        Map<String, Map<String, String>> settings = new HashMap<>();
        systems.settings().forEach((name, known) -> {
            Map<String, String> more = new HashMap<>(known);
            more.putAll(envelope);
            settings.put(name, more);
        });
        return systems.calls(settings);
    }
}
