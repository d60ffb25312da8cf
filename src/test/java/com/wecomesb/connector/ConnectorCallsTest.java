package com.wecomesb.connector;

import static com.wecomesb.connector.RestSystems.failure;
import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.mapping.MappingSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Calls of the configured systems, each by its connector and its mappings. */
class ConnectorCallsTest {

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final StubSystem stub = systems.stub();

    @Test
    void mapsTheDocumentOutAndTheAnswerBack() {
        // Given
        MappingSet mappings = mappings(Map.of(
                "ticket-to-rest",
                        "mapping: ticket-to-rest\nfields: [{to: title, from: subject, required: true}, {to: note, from: $channel}]",
                "rest-to-ticket", "mapping: rest-to-ticket\nfields: [{to: id, from: id}, {to: subject, from: title}]"));
        ConnectorCalls calls = systems.calls(systems.configured(), mappings);
        // When
        JsonNode answer = calls.call(
                "ticket", "ticket-create", json("{'subject': '退货'}"), new CallContext("a1", json("{'channel': 'kf'}")));
        ConnectorFailed violated = failure(calls, "ticket", "ticket-create", "{'text': '王芳'}");
        // Then
        assertThat(answer).isEqualTo(json("{'id': '1', 'subject': '退货'}"));
        assertThat(stub.tickets.get("1").path("note").asText()).isEqualTo("kf");
        assertThat(violated.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(violated).hasMessageContaining("subject → title").hasMessageNotContaining("王芳");
    }

    @Test
    void refusesARecordOfWhichTheMappingReadsNothing() {
        // Given
        MappingSet mappings = mappings(Map.of(
                "rest-to-contact",
                "mapping: rest-to-contact\nfields: [{to: name, from: name}, {to: stage, from: level, default: new}]"));
        ConnectorCalls calls = systems.calls(systems.configured(), mappings);
        // When
        JsonNode read = calls.canonical("crm", "contact", json("{'level': '', 'name': '王芳'}"));
        NothingRead refused = catchThrowableOfType(
                NothingRead.class,
                () -> calls.canonical("crm", "contact", json("{'NAME': '王芳', 'tags': [{'id': 7}], 'level': ''}")));
        // Then
        assertThat(read).isEqualTo(json("{'name': '王芳', 'stage': 'new'}"));
        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(refused.mapping()).isEqualTo("rest-to-contact");
        assertThat(refused.reason()).endsWith("记录里有 NAME,tags[].id").doesNotContain("王芳");
    }

    @Test
    void speaksToTheSimulatorsThroughTheSameKamelets() {
        // Given
        Systems simulated = Systems.none();
        for (SystemKind kind : SystemKind.values()) {
            simulated = simulated.withSimulated(kind, stub.url());
        }
        ConnectorCalls calls = systems.calls(simulated, MappingSet.empty());
        // When
        JsonNode ticket = calls.call("ticket", "ticket-create", json("{'subject': '退货'}"), CallContext.of("a1"));
        JsonNode contact = calls.call("crm", "contact-upsert", json("{'id': '1'}"), CallContext.of("a2"));
        JsonNode order = calls.call("shop", "order-find", json("{'id': '2026'}"), CallContext.of("a3"));
        // Then
        assertThat(ticket.path("number").asText()).isEqualTo("T-1");
        assertThat(contact.path("id").asText()).isEqualTo("c-1");
        assertThat(order).isEqualTo(json("{'found': false}"));
        assertThat(stub.requests.get(0).body()).contains("client_id=sandbox");
    }

    @RepeatedTest(3)
    void answersWhenManySystemsAreCalledForTheFirstTimeAtOnce() {
        // Given
        Map<String, Map<String, String>> settings = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            settings.put("crm" + i, systems.settings().get("crm"));
        }
        ConnectorCalls calls = systems.calls(settings);
        // When
        List<CompletableFuture<JsonNode>> answers = settings.keySet().stream()
                .flatMap(system -> Stream.of("a", "b", "c")
                        .map(id -> CompletableFuture.supplyAsync(
                                () -> calls.call(system, "contact-find", json("{'id': '1'}"), CallContext.of(id)),
                                call -> new Thread(call).start())))
                .toList();
        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
    }

    private static MappingSet mappings(Map<String, String> files) {
        Mistakes mistakes = new Mistakes();
        MappingSet set = MappingSet.read(
                files.entrySet().stream()
                        .map(file -> YamlFile.read("mappings/" + file.getKey() + ".yaml", file.getValue(), mistakes)
                                .orElseThrow())
                        .toList(),
                mistakes);
        assertThat(mistakes.list()).isEmpty();
        return set;
    }
}
