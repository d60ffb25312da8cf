package com.wecomesb.connector.kit;

import static com.wecomesb.connector.kit.RealConnector.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.kit.RealConnector.Changes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connector against a running Request Tracker. */
@ExtendWith(RealSystems.class)
class RequestTrackerRealIT {

    private static final String TEXT = "您好:\\n订单还没有发货 𠮷😀\\n谢谢!";

    private final String id = "wx-" + UUID.randomUUID().toString().substring(0, 8);
    private RealSystem system;
    private RealConnector tracker;

    @BeforeEach
    void connect(RealSystems.Started systems) throws IOException {
        system = systems.get("request-tracker");
        tracker = connector(system.word("token esb: "));
    }

    private RealConnector connector(String token) throws IOException {
        return new RealConnector(
                "request-tracker",
                "ticket",
                system,
                id,
                Map.of("url", "/REST/2.0", "token", token, "user", "esb", "queue", "Support"));
    }

    @AfterEach
    void close() {
        tracker.close();
    }

    @Test
    void createsATicketOnce() {
        // Given
        String document = "{'subject': '订单没有发货 𠮷😀', 'description': '" + TEXT + "', 'priority': 'high'}";
        // When
        JsonNode first = tracker.call("ticket-create", "ticket-create", document, id);
        JsonNode second = tracker.call("ticket-create-again", "ticket-create", document, id);
        // Then
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(first.path("externalId").asText()).isEqualTo(id);
        assertThat(first.path("subject").asText()).isEqualTo("订单没有发货 𠮷😀");
        assertThat(first.path("status").asText()).isEqualTo("new");
    }

    @Test
    void commentsOnceAndFindsTheTicketWithItsComments() {
        // Given
        String ticket = ticket();
        String comment = "{'ticketId': '" + ticket + "', 'text': '" + TEXT + "', 'public': true}";
        // When
        JsonNode first = tracker.call("ticket-comment", "ticket-comment", comment, id + "-1");
        JsonNode second = tracker.call("ticket-comment-again", "ticket-comment", comment, id + "-1");
        tracker.call(
                "ticket-note",
                "ticket-comment",
                "{'ticketId': '" + ticket + "', 'text': '内部 𠮷', 'public': false}",
                id + "-2");
        JsonNode found = tracker.call("ticket-find", "ticket-find", "{'id': '" + ticket + "'}", "");
        // Then
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(found.path("comments")).hasSize(2);
        JsonNode reply = found.path("comments").get(1);
        assertThat(reply.path("id")).isEqualTo(first.path("id"));
        assertThat(reply.path("text").asText()).isEqualTo("您好:\n订单还没有发货 𠮷😀\n谢谢!");
        assertThat(reply.path("public").asBoolean()).isTrue();
        assertThat(reply.path("author").path("kind").asText()).isEqualTo("bot");
        assertThat(found.path("comments").get(0).path("public").asBoolean()).isFalse();
    }

    @Test
    void sendsAFileWithAChineseName() {
        // Given
        String ticket = ticket();
        String comment = "{'ticketId': '" + ticket + "', 'text': '见附件 𠮷😀', 'public': true, 'attachments': "
                + "[{'name': '签收单𠮷.txt', 'type': 'text/plain', 'base64': '5Y+R6LSn5Y2VCg=='}]}";
        // When
        JsonNode sent = tracker.call("ticket-file", "ticket-comment", comment, id + "-1");
        JsonNode again = tracker.call("ticket-file-again", "ticket-comment", comment, id + "-1");
        // Then
        assertThat(again).isEqualTo(sent);
        assertThat(sent.path("text").asText()).isEqualTo("见附件 𠮷😀");
    }

    @Test
    void opensATicketWithAFile() {
        // Given
        String document = "{'subject': '图片 𠮷', 'description': '见附件 𠮷😀', 'attachments': "
                + "[{'name': '签收单𠮷.txt', 'type': 'text/plain', 'base64': '5Y+R6LSn5Y2VCg=='}]}";
        // When
        JsonNode first = tracker.call("ticket-create-files", "ticket-create", document, id);
        JsonNode again = tracker.call("ticket-create-files-again", "ticket-create", document, id);
        // Then
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(first.path("subject").asText()).isEqualTo("图片 𠮷");
    }

    @Test
    void opensATicketThatIsNothingButAPicture() {
        // Given
        String document = "{'subject': '图片', 'description': '', 'attachments': "
                + "[{'name': 'image.png', 'type': 'image/png', 'base64': 'iVBORw0KGgo='}]}";
        // When
        JsonNode first = tracker.call("x", "ticket-create", document, id);
        JsonNode again = tracker.call("x", "ticket-create", document, id);
        // Then
        assertThat(again.path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void opensATicketOnceWhoseFilesWereRefused() {
        // Given
        String refused = "{'subject': '图片 𠮷', 'description': '见附件 𠮷😀', 'attachments': "
                + "[{'name': '签收单𠮷.txt', 'type': 'text/plain', 'base64': '5Y+R6LSn5Y2VCg=='}]}";
        String without = "{'subject': '图片 𠮷', 'description': '见附件 𠮷😀\\n(文件 签收单𠮷.txt 没有带上)'}";
        // When
        JsonNode first = tracker.call("x", "ticket-create", without, id);
        JsonNode again = tracker.call("ticket-create-refused-again", "ticket-create", refused, id);
        // Then
        assertThat(again.path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void changesStatusAndOwnerAndBelievesOnlyWhatItReadsBack() {
        // Given
        String ticket = ticket();
        String change = "{'id': '" + ticket + "', 'status': 'pending', 'assignee': 'agent1'}";
        // When
        JsonNode changed = tracker.call("ticket-update", "ticket-update", change, id + "-1");
        JsonNode again = tracker.call("ticket-update-again", "ticket-update", change, id + "-1");
        ConnectorFailed refused = failure(
                "ticket-update-refused", "ticket-update", "{'id': '" + ticket + "', 'assignee': 'nobody-here'}");
        // Then
        assertThat(changed.path("status").asText()).isEqualTo("pending");
        assertThat(changed.path("assignee").asText()).isEqualTo("agent1");
        assertThat(again).isEqualTo(changed);
        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void findsNothingWhereNothingIs() {
        // When
        JsonNode unknown = tracker.call("ticket-find-gone", "ticket-find", "{'id': '999999'}", "");
        JsonNode foreign = tracker.call("ticket-find-by-our-id-gone", "ticket-find", "{'externalId': 'nobody'}", "");
        // Then
        assertThat(unknown.path("found").asBoolean(true)).isFalse();
        assertThat(foreign.path("found").asBoolean(true)).isFalse();
    }

    @Test
    void missesNoChangeBetweenPages() {
        // Given
        JsonNode start = tracker.changes("skip", "ticket-changes", NullNode.getInstance(), 50)
                .cursor();
        List<String> tickets = List.of(ticket(), ticket(), ticket());
        JsonNode firstPage = page("ticket-changes-1", start);
        // When: one that was on the first page changes before the second is read
        tracker.call("x", "ticket-update", "{'id': '" + tickets.get(0) + "', 'status': 'resolved'}", id + "-1");
        Changes rest = tracker.changes("ticket-changes-rest", "ticket-changes", firstPage.path("cursor"), 2);
        // Then
        List<JsonNode> all = new ArrayList<>(rest.records());
        firstPage.path("records").forEach(all::add);
        assertThat(all).extracting(record -> record.path("id").asText()).containsAll(tickets);
        JsonNode last = rest.records().stream()
                .filter(record -> record.path("id").asText().equals(tickets.get(0)))
                .reduce((one, two) -> two)
                .orElseThrow();
        assertThat(tracker.calls()
                        .canonical(ShippedConnectors.SYSTEM, "ticket", last.path("record"))
                        .path("status")
                        .asText())
                .isEqualTo("resolved");
    }

    private JsonNode page(String name, JsonNode cursor) {
        var request = RealConnector.JSON.createObjectNode().put("limit", 2);
        request.set("cursor", cursor);
        return tracker.call(name, "ticket-changes", request, "poll");
    }

    @Test
    void saysThatTheTokenIsWrong() throws IOException {
        // Given
        try (RealConnector wrong = connector("1-32-ffffffffffffffffffffffffffffffff")) {
            // When
            ConnectorFailed failed = catchThrowableOfType(
                    ConnectorFailed.class, () -> wrong.call("wrong", "ticket-find", "{'id': '1'}", ""));
            // Then
            assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
            assertThat(failed.reason()).contains("凭证");
        }
    }

    private ConnectorFailed failure(String name, String verb, String document) {
        return catchThrowableOfType(ConnectorFailed.class, () -> tracker.call(name, verb, document, id + "-9"));
    }

    private String ticket() {
        return tracker.call(
                        "x",
                        "ticket-create",
                        json("{'subject': '测试'}"),
                        "wx-" + UUID.randomUUID().toString().substring(0, 8))
                .path("id")
                .asText();
    }
}
