package com.wecomesb.connector;

import static com.wecomesb.connector.StubConnector.READ;
import static com.wecomesb.connector.StubConnector.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of a system that wants a login before its calls. */
class SystemSessionsTest {

    @AutoClose
    private final StubConnector connector = new StubConnector();

    private final StubSystem stub = connector.stub();

    @ParameterizedTest
    @ValueSource(strings = {"401", "200"})
    void logsInAgainOnceWhenTheSessionIsRefused(int status) {
        // Given
        connector.says("""
                properties:
                  password: {title: 密码, description: 密码, secret: true, required: true}
                auth:
                  session:
                    path: /login
                    body: '{"password": $config.password}'
                    token: .session
                    as: {header: {name: X-Session, value: "{token}"}}
                errors: [{when: '.error == "FORBIDDEN"', class: auth}]
                """);
        connector.set("password", "p+w");
        stub.misbehave(request -> {
            if (request.path().equals("/login")) {
                return Reply.ok("{\"session\": \"s" + stub.requests.size() + "\"}");
            }
            return request.header("X-session").equals("s1")
                    ? Reply.of(status, "{\"error\": \"FORBIDDEN\"}")
                    : Reply.ok("{\"id\": 1}");
        });
        // When
        JsonNode answer = connector.call(READ);
        connector.call(READ);
        // Then
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(stub.calls().stream().map(call -> call.replaceFirst("/orders.*", "")))
                .containsExactly("POST /login", "GET ", "POST /login", "GET ", "GET ");
    }

    @Test
    void givesUpWhenTheNewSessionIsRefusedToo() {
        // Given
        connector.says("auth: {session: {path: /login, token: .session}}");
        stub.misbehave(
                request -> request.path().equals("/login") ? Reply.ok("{\"session\": \"s\"}") : Reply.of(401, "{}"));
        // When
        ConnectorFailed failed = connector.failure(WRITE);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(stub.calls()).hasSize(4);
    }
}
