package com.wecomesb.connector;

import static com.wecomesb.connector.RestSystems.failure;
import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Credentials reach the system that wants them and nobody else. */
@ExtendWith(OutputCaptureExtension.class)
class CredentialsTest {

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void usesOneTokenForAllCallsAndAnotherOneWhenItIsRefused() {
        // Given
        systems.call("ticket", "ticket-create", "{}", "a1");
        systems.call("crm", "contact-upsert", "{'id': '1'}", "a2");
        int before = stub.tokensGiven.get();
        stub.forgetToken();
        // When
        systems.call("ticket", "ticket-create", "{}", "a3");
        // Then
        assertThat(before).isEqualTo(1);
        assertThat(stub.tokensGiven).hasValue(2);
        assertThat(stub.tickets).hasSize(2);
    }

    @Test
    void sendsApiKeyOrPasswordWhereTheSystemWantsThem() {
        // Given
        stub.misbehave(request -> Reply.ok("{\"id\":\"2026\"}"));
        ConnectorCalls calls = systems.calls(Map.of(
                "shop",
                        Map.of(
                                "connector",
                                "rest",
                                "url",
                                stub.url(),
                                "api-key",
                                RestSystems.SECRET,
                                "api-key-header",
                                "X-Shop-Key"),
                "分店",
                        Map.of(
                                "connector",
                                "rest",
                                "url",
                                stub.url(),
                                "username",
                                "esb",
                                "password",
                                "p:w",
                                "kind",
                                "shop")));
        // When
        calls.call("shop", "order-find", json("{'id': '2026'}"), CallContext.of("a1"));
        calls.call("分店", "order-find", json("{'id': '2026'}"), CallContext.of("a2"));
        // Then
        assertThat(stub.requests.get(0).header("X-shop-key")).isEqualTo(RestSystems.SECRET);
        assertThat(stub.requests.get(1).header("Authorization")).isEqualTo("Basic ZXNiOnA6dw==");
    }

    @Test
    void keepsCredentialsOutOfEverythingThatIsNamedOrShown() {
        // Given
        systems.call("ticket", "ticket-create", "{}", "a1");
        // When
        List<String> shown = systems.templates()
                .use(generation -> generation.context().getEndpoints().stream()
                        .map(endpoint -> endpoint.getEndpointUri() + endpoint)
                        .toList());
        // Then
        assertThat(shown).isNotEmpty().noneMatch(text -> text.contains("s3cr"));
        assertThat(systems.configured().all().toString()).doesNotContain("s3cr");
        assertThat(new SystemSettings(systems.settings()).toString()).doesNotContain("s3cr");
        assertThat(stub.requests.get(0).body())
                .contains("client_secret=s3cr%2Bt%2F%25%26%3F%23%7B%7Bx%7D%7D+RAW%281%29%27%22");
    }

    @Test
    void logsNeitherCustomersNorCredentials(CapturedOutput output) {
        // Given
        stub.misbehave(request -> request.isPost("/tickets") ? new Reply(500, Map.of(), "{\"error\":\"王芳\"}") : null);
        ConnectorCalls badSetting = systems.calls(Map.of(
                "ticket-b",
                Map.of(
                        "connector",
                        "rest",
                        "url",
                        stub.url(),
                        "api-key",
                        RestSystems.SECRET,
                        "connect-timeout",
                        "soon")));
        // When
        systems.failure("ticket", "ticket-create", "{'subject': '王芳要退货'}");
        systems.failure("crm", "contact-find", "{'phone': '13800138000'}");
        ConnectorFailed unfit = failure(badSetting, "ticket-b", "ticket-create", "{'subject': '王芳要退货'}");
        // Then
        assertThat(unfit.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(unfit.reason()).doesNotContain("s3cr");
        assertThat(output.getAll()).doesNotContain("王芳", "13800138000", "s3cr", "token-1", "secret-cookie");
    }
}
