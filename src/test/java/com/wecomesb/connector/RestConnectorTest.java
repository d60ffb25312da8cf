package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the shipped REST connector does for CRM, shop and ticket systems: nothing twice, and nothing unseen. */
class RestConnectorTest {

    private static final String CONTACT = "{'id': 'c1', 'name': '王五', 'phones': ['139 0000 0088']}";
    private static final String THEIRS = "{'name': '王小五', 'phone': '+8613900000000', 'company': '大客户', 'stage': 'vip',"
            + " 'tags': ['钻石'], 'owner': '李销售', 'remark': '重要', 'address': {'city': '杭州'}, 'none': []}";

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void writesAContactUnderItsOwnIdWhateverActionBringsIt() {
        // When
        systems.call("crm", "contact-upsert", "{'id': 'c/1', 'name': '王芳'}", "a1");
        JsonNode contact = systems.call("crm", "contact-upsert", "{'id': 'c/1', 'name': '王芳芳'}", "a2");
        // Then
        assertThat(stub.contacts).hasSize(1);
        assertThat(contact.path("name").asText()).isEqualTo("王芳芳");
        assertThat(stub.calls())
                .startsWith("GET /contacts/c%2F1", "PUT /contacts/c%2F1", "GET /contacts/c%2F1")
                .hasSize(6);
    }

    @Test
    void leavesEverythingOfAContactAloneThatIsNotToBeWritten() {
        // Given
        stub.contacts.put("7", (ObjectNode) json(THEIRS));
        // When
        JsonNode contact = write(CallContext.of("a1").about("7", "", Set.of("name")), CONTACT);
        // Then
        assertThat(stub.contacts.get("7"))
                .isEqualTo(with(THEIRS, "{'name': '王五', 'externalId': 'c1', 'id': 'c-7'}"))
                .isEqualTo(contact);
    }

    @Test
    void givesWhatTheMappingAddsByItselfToNewContactsOnly() {
        // Given
        stub.contacts.put("c1", (ObjectNode) json(THEIRS));
        // When
        write(CallContext.of("a1"), CONTACT);
        write(CallContext.of("a2"), "{'id': 'c2'}");
        // Then
        assertThat(stub.contacts.get("c1"))
                .isEqualTo(with(THEIRS, "{'name': '王五', 'phone': '+8613900000088', 'externalId': 'c1', 'id': 'c-c1'}"));
        assertThat(stub.contacts.get("c2"))
                .isEqualTo(
                        json("{'name': '微信客户', 'stage': 'new', 'source': '企业微信', 'externalId': 'c2', 'id': 'c-c2'}"));
    }

    @Test
    void saysWhatTheDefaultWouldSayAndTakesAwayWhatWasEmptied() {
        // Given
        stub.contacts.put("7", (ObjectNode) json(THEIRS));
        // When
        write(
                CallContext.of("a1").about("7", "", Set.of("stage", "company")),
                "{'id': 'c1', 'name': '王五', 'stage': 'new', 'remark': '不写'}");
        // Then
        ObjectNode expected = with(THEIRS, "{'stage': 'new', 'externalId': 'c1', 'id': 'c-7'}");
        expected.remove("company");
        assertThat(stub.contacts.get("7")).isEqualTo(expected);
    }

    @Test
    void writesNothingThatIsThereAlready() {
        // Given
        write(CallContext.of("a1"), CONTACT);
        int calls = stub.calls().size();
        // When
        JsonNode again = write(CallContext.of("a1"), CONTACT);
        // Then
        assertThat(stub.calls().subList(calls, stub.calls().size())).containsExactly("GET /contacts/c1");
        assertThat(again).isEqualTo(stub.contacts.get("c1"));
    }

    @Test
    void writesOnlyToTheContactAsItWasRead() {
        // Given
        stub.contacts.put("c1", (ObjectNode) json(THEIRS));
        Map<String, String> tagged = Map.of("ETag", "\"3\"");
        stub.misbehave(request -> switch (request.method()) {
            case "GET" -> new Reply(200, tagged, THEIRS.replace('\'', '"'));
            case "PUT" -> Reply.of(412, "{}");
            default -> null;
        });
        // When
        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> write(CallContext.of("a1"), CONTACT));
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(stub.requests.get(stub.requests.size() - 1).header("If-match"))
                .isEqualTo("\"3\"");
    }

    private JsonNode write(CallContext context, String document) {
        return systems.calls(systems.configured(), ShippedFiles.mappings())
                .answer("crm", "contact-upsert", json(document), context)
                .raw();
    }

    private static ObjectNode with(String record, String more) {
        return ((ObjectNode) json(record)).setAll((ObjectNode) json(more));
    }

    @Test
    void takesOnlyAHitThatHasWhatWasAskedFor() {
        // Given
        systems.call("crm", "contact-upsert", "{'id': '1', 'phone': '+8613800138000'}", "a1");
        // When
        JsonNode found = systems.call("crm", "contact-find", "{'phone': '+8613800138000'}", "a2");
        JsonNode other = systems.call("crm", "contact-find", "{'phone': '+8613900139000'}", "a3");
        // Then
        assertThat(found.path("id").asText()).isEqualTo("c-1");
        assertThat(other).isEqualTo(json("{'found': false}"));
        assertThat(stub.calls()).contains("GET /contacts?phone=%2B8613800138000");
    }

    @Test
    void missesAnOrderThatIsNotThereAndLetsNoOrderNumberLeadElsewhere() {
        // Given
        stub.orders.put(
                "2026", StubSystem.JSON.createObjectNode().put("id", "2026").put("status", "paid"));
        // When
        JsonNode found = systems.call("shop", "order-find", "{'id': '2026'}", "a1");
        JsonNode missing = systems.call("shop", "order-find", "{'id': '../contacts?x=\\'${body}'}", "a2");
        // Then
        assertThat(found.path("status").asText()).isEqualTo("paid");
        assertThat(missing).isEqualTo(json("{'found': false}"));
        assertThat(stub.calls()).last().isEqualTo("GET /orders/..%2Fcontacts%3Fx%3D%27%24%7Bbody%7D");
        assertThat(systems.failure("shop", "order-find", "{'id': '..'}").kind()).isEqualTo(Kind.PERMANENT);
    }
}
