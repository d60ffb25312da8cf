package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.Mistakes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members that a system computes by itself do not go back to it. */
class RestReadOnlyFieldsTest {

    private static final String THEIRS =
            "{'name': '王小五', 'score': 7, 'stats': {'orders': 3, 'vip': true}, 'externalId': 'c1'}";

    private final RestSystems systems = new RestSystems();
    private final StubSystem stub = systems.stub();

    @AfterEach
    void stop() {
        systems.close();
    }

    @Test
    void leavesThemOutOfWhatIsWrittenBack() {
        // Given
        stub.contacts.put("c1", (ObjectNode) json(THEIRS));
        // When
        write("{'id': 'c1', 'name': '王五'}");
        // Then
        assertThat(stub.contacts.get("c1"))
                .isEqualTo(json("{'id': 'c-c1', 'name': '王五', 'stats': {'vip': true}, 'externalId': 'c1'}"));
    }

    @Test
    void findsNothingToWriteInThem() {
        // Given
        stub.contacts.put("c1", (ObjectNode) json(THEIRS));
        // When
        write("{'id': 'c1', 'name': '王小五'}");
        // Then
        assertThat(stub.calls()).containsExactly("GET /contacts/c1");
    }

    private void write(String contact) {
        Map<String, Map<String, String>> settings = systems.settings();
        Map<String, String> crm = new HashMap<>(settings.get("crm"));
        crm.put("read-only-fields", "score, stats.orders");
        settings.put("crm", crm);
        systems.calls(Systems.read(new SystemSettings(settings), new Mistakes()), ShippedFiles.mappings())
                .call("crm", "contact-upsert", json(contact), CallContext.of("a1"));
    }
}
