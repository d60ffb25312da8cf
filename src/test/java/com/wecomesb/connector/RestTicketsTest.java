package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the shipped REST connector does for CRM, shop and ticket systems: nothing twice, and nothing unseen. */
class RestTicketsTest {

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void createsATicketAfterLookingForItAndReadsItBack() {
        // When
        JsonNode ticket = systems.call("ticket", "ticket-create", "{'subject': '退货 𠮷 😀'}", "a1");
        // Then
        assertThat(stub.calls()).containsExactly("GET /tickets?externalId=a1", "POST /tickets", "GET /tickets/1");
        assertThat(ticket)
                .isEqualTo(json(
                        "{'subject': '退货 𠮷 😀', 'externalId': 'a1', 'id': '1', 'number': 'T-1', 'status': 'new'}"));
        assertThat(stub.requests.get(2).header("Idempotency-key")).isEqualTo("a1");
    }

    @Test
    void findsTheTicketOfARepeatInsteadOfCreatingASecondOne() {
        // Given
        systems.call("ticket", "ticket-create", "{'subject': '退货'}", "other");
        systems.call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // When
        JsonNode again = systems.call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // Then
        assertThat(again.path("number").asText()).isEqualTo("T-2");
        assertThat(stub.tickets).hasSize(2);
    }

    @Test
    void doesNotKnowWhatBecameOfACreationWhoseAnswerWasLostAndFindsItLater() {
        // Given
        stub.misbehave(request -> {
            if (!request.isPost("/tickets")) {
                return null;
            }
            stub.answer(request);
            return Reply.SILENCE;
        });
        // When
        ConnectorFailed lost = systems.failure("ticket", "ticket-create", "{'subject': '退货'}");
        stub.behave();
        JsonNode found = systems.call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // Then
        assertThat(lost.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(found.path("id").asText()).isEqualTo("1");
        assertThat(stub.tickets).hasSize(1);
    }

    @Test
    void reportsATicketThatWasStoredWithoutOurId() {
        // Given
        stub.misbehave(request -> {
            if (request.path().equals("/tickets/1")) {
                stub.tickets.get("1").remove("externalId");
            }
            return null;
        });
        // When
        ConnectorFailed failed = systems.failure("ticket", "ticket-create", "{'subject': '退货'}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("externalId");
    }

    @Test
    void reportsTwoTicketsWithOurId() {
        // Given
        systems.call("ticket", "ticket-create", "{}", "a1");
        stub.tickets.put("2", stub.tickets.get("1").deepCopy().put("id", "2"));
        // When
        ConnectorFailed failed = systems.failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("两条");
    }

    @Test
    void commentsOnATicketOnce() {
        // Given
        systems.call("ticket", "ticket-create", "{}", "a1");
        // When
        systems.call("ticket", "ticket-comment", "{'ticketId': '1', 'text': '还没收到\\n😀'}", "a2");
        JsonNode again = systems.call("ticket", "ticket-comment", "{'ticketId': '1', 'text': '还没收到\\n😀'}", "a2");
        // Then
        assertThat(again.path("text").asText()).isEqualTo("还没收到\n😀");
        assertThat(stub.tickets.get("1").path("comments")).hasSize(1);
    }
}
