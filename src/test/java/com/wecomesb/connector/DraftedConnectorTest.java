package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.draft.ConnectorDraft;
import com.wecomesb.connector.draft.CurlCall;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connector as it was made of a pasted call, at work. */
class DraftedConnectorTest {

    @ParameterizedTest
    @CsvSource({"ticket-create, /tickets", "contact-upsert, /tickets", "ticket-comment, /tickets"})
    void whatItMakesDoesNothingTwice(String verb, String path) throws IOException {
        // Given
        try (StubSystem stub = new StubSystem();
                KameletTemplates templates = new KameletTemplates(Clock.systemUTC())) {
            ConnectorDraft draft = ConnectorDraft.of(
                    "desk",
                    verb,
                    CurlCall.parse("curl " + stub.url() + path
                            + " -H 'Authorization: Bearer token-1' -d '{\"subject\": \"x\"}'"),
                    "../.schema");
            stub.answer(new StubSystem.Request("POST", "/oauth2/token", Map.of(), ""));
            Map<String, String> kamelets = new HashMap<>(ShippedFiles.kamelets());
            String kamelet = "desk-" + verb + "-action";
            kamelets.put(kamelet, draft.files().getOrDefault("connectors/" + kamelet + ".kamelet.yaml", ""));
            templates.replace(kamelets, new ConnectorFiles().read(sources(draft.files()), new Mistakes()));
            Systems systems = Systems.read(
                    new SystemSettings(Map.of(
                            "desk",
                            Map.of(
                                    "kind",
                                    SystemKind.ofVerb(verb).orElseThrow().word(),
                                    "connector",
                                    "desk",
                                    "url",
                                    draft.url(),
                                    "token",
                                    "token-1"))),
                    new Mistakes());
            ConnectorCalls calls = new ConnectorCalls(
                    systems, MappingSet::empty, templates, ConnectorSettings.defaults(), Clock.systemUTC());
            JsonNode document = StubSystem.JSON.readTree("{\"subject\": \"退货\"}");
            // When
            calls.call("desk", verb, document, CallContext.of("a1"));
            calls.call("desk", verb, document, CallContext.of("a1"));
            // Then
            assertThat(stub.calls().stream().filter(call -> call.startsWith("POST")))
                    .hasSize(1);
            assertThat(stub.tickets).hasSize(1);
        }
    }

    private static List<SourceFile> sources(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue(), Origin.COMPANY))
                .toList();
    }
}
