package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One step {@code system:} of a Kamelet, against a stub. */
class SystemStepTest {

    private final KameletTemplates templates = new KameletTemplates(Clock.systemUTC());
    private StubSystem stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubSystem();
    }

    @AfterEach
    void stop() {
        stub.close();
        templates.close();
    }

    @Test
    void keepsEveryCharacterOfAnExpression() {
        // Given
        stub.misbehave(request -> Reply.ok("{\"tickets\": [{\"id\": 1}, {\"id\": 2}]}"));
        // When
        JsonNode answer = step("""
                path: "/search/{document.id}/x y"
                query: '{"q": "a+b & c=d%41#e?" + $document.id, "n": 1 + 1, "tags": ["甲", "乙"], "no": null}'
                body: |
                  {
                    "outer": {"inner": {"text": "100% + 1 & more (x) )", "list": []}},
                    "sum": 1 + 2
                  }
                answer: 'the-one([for (.tickets) . if (.id == 2)])'
                """);
        // Then
        assertThat(stub.calls())
                .containsExactly(
                        "POST /search/%E5%8D%95%2F1/x%20y?q=a%2Bb%20%26%20c%3Dd%2541%23e%3F%E5%8D%95%2F1&n=2&tags=%E7%94%B2&tags=%E4%B9%99");
        assertThat(stub.requests.get(0).body())
                .isEqualTo("{\"outer\":{\"inner\":{\"text\":\"100% + 1 & more (x) )\",\"list\":[]}},\"sum\":3}");
        assertThat(answer.path("id").asInt()).isEqualTo(2);
    }

    private JsonNode step(String parameters) {
        templates.replace(Map.of("stub-order-find-action", kamelet(parameters)), connectors());
        Systems systems = Systems.read(
                new SystemSettings(Map.of("shop", Map.of("connector", "stub", "url", stub.url()))), new Mistakes());
        ConnectorCalls calls = new ConnectorCalls(
                systems, MappingSet::empty, templates, ConnectorSettings.defaults(), Clock.systemUTC());
        return calls.call(
                "shop", "order-find", StubSystem.JSON.createObjectNode().put("id", "单/1"), CallContext.of("a1"));
    }

    private static Connectors connectors() {
        Mistakes mistakes = new Mistakes();
        Connectors connectors = new ConnectorFiles()
                .read(
                        List.of(new SourceFile(
                                "connectors/stub.connector.yaml",
                                "connector: stub\ntitle: Stub\nkind: shop\n",
                                SourceFile.Origin.COMPANY)),
                        mistakes);
        assertThat(mistakes.list()).isEmpty();
        return connectors;
    }

    private static String kamelet(String parameters) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: stub-order-find-action
                  labels: {camel.apache.org/kamelet.type: action}
                spec:
                  definition:
                    title: Stub
                    required: [system]
                    properties:
                      system: {title: System, description: The name, type: string}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            id: call
                            uri: "system:{{system}}"
                            parameters:
                """ + parameters.indent(14);
    }
}
