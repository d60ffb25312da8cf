package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.CallContext;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the connector writes to parties of a running Tryton, and what it leaves alone there. */
class TrytonWritesRealIT extends ConnectedTryton {

    @Test
    void writesAContactOnceAndChangesOnlyWhatIsOurs() {
        // Given
        String first = contact("李雷 𠮷😀", "+8613900000001");
        String other = contact("李雷 𠮷😀", "+8613900000002");
        // When
        JsonNode created = crm.call("contact-create", "contact-upsert", first, id);
        JsonNode again = crm.call("contact-create-again", "contact-upsert", first, id);
        JsonNode changed = crm.call("contact-write", "contact-upsert", other, id);
        JsonNode changedAgain = crm.call("contact-write-again", "contact-upsert", other, id);
        // Then
        assertThat(created.path("id").asText()).isEqualTo(id);
        assertThat(again).isEqualTo(created);
        assertThat(changed.path("recordId")).isEqualTo(created.path("recordId"));
        assertThat(changed.path("phones"))
                .singleElement()
                .satisfies(phone -> assertThat(phone.asText()).isEqualTo("+8613900000002"));
        assertThat(changed.path("emails")).hasSize(1);
        assertThat(changedAgain).isEqualTo(changed);
    }

    @Test
    void writesToThePartyThatWasThereBeforeUs() {
        // Given
        String before = "{'id': 'C" + id + "', 'name': '老客户', 'phones': ['+8613900000001']}";
        JsonNode party = crm.call("x", "contact-upsert", before, "C" + id);
        CallContext linked = CallContext.of(id).about(party.path("recordId").asText(), "", Set.of("phones"));
        JsonNode ours = RealConnector.json(contact("别的名字", "+8613900000002"));
        // When
        JsonNode written = crm.call("contact-write-linked", "contact-upsert", ours, linked);
        JsonNode again = crm.call("contact-write-linked-again", "contact-upsert", ours, linked);
        JsonNode second = crm.call("x", "contact-find", "{'externalId': '" + id + "'}", "");
        // Then
        assertThat(written.path("recordId")).isEqualTo(party.path("recordId"));
        assertThat(written.path("id").asText()).isEqualTo("C" + id);
        assertThat(written.path("name").asText()).isEqualTo("老客户");
        assertThat(written.path("phones").toString()).contains("+8613900000002");
        assertThat(again).isEqualTo(written);
        assertThat(second.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void takesAwayWhatWasEmptiedAndLeavesWhatOnlyTheyHave() {
        // Given
        JsonNode party = crm.call("x", "contact-upsert", contact("李雷 𠮷😀", "+8613900000003"), id);
        String theirs = party.path("recordId").asText();
        new TrytonClerk(system).adds(theirs, "phone", "+8657100000003");
        CallContext linked = CallContext.of(id).about(theirs, "", Set.of("phones", "name"));
        JsonNode ours = RealConnector.json("{'id': '" + id + "', 'emails': ['other@example.test']}");
        // When
        JsonNode cleared = crm.call("contact-clear", "contact-upsert", ours, linked);
        JsonNode again = crm.call("contact-clear-again", "contact-upsert", ours, linked);
        // Then
        assertThat(cleared.path("phones").toString()).isEqualTo("[\"+8657100000003\"]");
        assertThat(cleared.path("emails").toString()).contains(id + "@example.test");
        assertThat(cleared.path("name").asText()).isEqualTo("微信客户");
        assertThat(again).isEqualTo(cleared);
    }

    @Test
    void givesWhatTheMappingAddsByItselfToNewPartiesOnly() {
        // Given
        crm.call("x", "contact-upsert", contact("李雷", "+8613900000004"), id);
        // When
        JsonNode written = crm.call("x", "contact-upsert", "{'id': '" + id + "'}", id);
        // Then
        assertThat(written.path("name").asText()).isEqualTo("李雷");
    }
}
