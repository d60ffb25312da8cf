package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.connector.StubSystem.Request;
import com.wecomesb.document.SingleQuoted;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the REST connector writes, by its settings. */
class RestRecordsTest {

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void aPatchSaysNullForWhatIsToGoAndNothingOfReadOnlyMembers() {
        // Given
        stub.contacts.put(
                "501", contact("{'id': '501', 'name': '王芳', 'remark': '老客户', 'level': 7, 'externalId': 'c-1'}"));
        CallContext context = CallContext.of("c-1").about("501", "", Set.of("name", "remark"));
        // When
        calls("update-method", "PATCH").call("crm", "contact-upsert", json("{'id': 'c-1', 'name': '王小芳'}"), context);
        // Then
        assertThat(sent("PATCH")).isEqualTo(json("{'name': '王小芳', 'remark': null}"));
    }

    @Test
    void aPutLeavesReadOnlyMembersOut() {
        // Given
        stub.contacts.put(
                "501", contact("{'id': '501', 'name': '王芳', 'level': 7, 'externalId': 'c-1', 'createdAt': '2026'}"));
        CallContext context = CallContext.of("c-1").about("501", "", Set.of("name"));
        // When
        calls("read-only-fields", "id, createdAt")
                .call("crm", "contact-upsert", json("{'id': 'c-1', 'name': '王小芳'}"), context);
        // Then
        assertThat(sent("PUT")).isEqualTo(json("{'name': '王小芳', 'level': 7, 'externalId': 'c-1'}"));
    }

    @Test
    void noCouponIsIssuedWhereOursCannotBeLookedFor() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/coupons")
                ? Reply.ok("{\"items\": [{\"id\": \"1\", \"externalId\": \"somebody-else\"}]}")
                : null);
        // When
        ConnectorFailed failed = RestSystems.failure(calls("ids", ""), "shop", "coupon-issue", "{'name': '满减券'}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("不能保证只发一张");
        assertThat(stub.calls()).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void anAnswerWithoutTheListIsNoEmptyList() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/tickets") ? Reply.ok("{\"status\": \"busy\"}") : null);
        // When
        ConnectorFailed failed = catchThrowableOfType(
                ConnectorFailed.class,
                () -> calls("ids", "")
                        .call("ticket", "ticket-create", json("{'subject': '退货'}"), CallContext.of("a1")));
        // Then
        assertThat(failed.reason()).contains("没有列表 items");
        assertThat(stub.calls()).noneMatch(call -> call.startsWith("POST"));
    }

    private ConnectorCalls calls(String setting, String value) {
        Map<String, Map<String, String>> settings = new HashMap<>();
        systems.settings().forEach((name, known) -> {
            Map<String, String> more = new HashMap<>(known);
            more.put(setting, value);
            settings.put(name, more);
        });
        return systems.calls(settings);
    }

    private JsonNode sent(String method) {
        return stub.requests.stream()
                .filter(request -> request.method().equals(method))
                .map(Request::body)
                .map(SingleQuoted::json)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode contact(String text) {
        return (ObjectNode) json(text);
    }
}
