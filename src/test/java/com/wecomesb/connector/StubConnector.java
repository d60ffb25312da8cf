package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.mapping.MappingSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connector with one verb, whose steps and description a test says, against a stub that answers as it is told. */
final class StubConnector implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** A step that reads. */
    static final String READ = "path: /orders/{document.id}";

    /** A step that changes something. */
    static final String WRITE = "path: /orders\nbody: $document\neffect: true";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final KameletTemplates templates = new KameletTemplates(clock);
    private final StubSystem stub = new StubSystem();
    private final Map<String, String> settings = new HashMap<>();
    private String description = "";

    StubConnector() {
        settings.putAll(Map.of("connector", "stub", "url", stub.url() + "/", "response-timeout", "500ms"));
    }

    StubSystem stub() {
        return stub;
    }

    /** More of its description file. */
    void says(String more) {
        description = more;
    }

    void set(String property, String value) {
        settings.put(property, value);
    }

    JsonNode call(String... steps) {
        templates.replace(Map.of("stub-order-find-action", kamelet(steps)), connectors());
        Systems systems = Systems.read(new SystemSettings(Map.of("shop", settings)), new Mistakes());
        ConnectorCalls calls =
                new ConnectorCalls(systems, MappingSet::empty, templates, ConnectorSettings.defaults(), clock);
        return calls.call(
                "shop", "order-find", StubSystem.JSON.createObjectNode().put("id", "单/1"), CallContext.of("a1"));
    }

    ConnectorFailed failure(String... steps) {
        return catchThrowableOfType(ConnectorFailed.class, () -> call(steps));
    }

    private Connectors connectors() {
        String text = "connector: stub\ntitle: Stub\nkind: shop\n" + description;
        Mistakes mistakes = new Mistakes();
        Connectors connectors = new ConnectorFiles()
                .read(
                        List.of(new SourceFile("connectors/stub.connector.yaml", text, SourceFile.Origin.COMPANY)),
                        mistakes);
        assertThat(mistakes.list()).isEmpty();
        return connectors;
    }

    private static String kamelet(String... steps) {
        StringBuilder kamelet = new StringBuilder("""
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
                """);
        for (String step : steps) {
            kamelet.append("        - to:\n            uri: \"system:{{system}}\"\n            parameters:\n")
                    .append(step.indent(14));
        }
        return kamelet.toString();
    }

    @Override
    public void close() {
        stub.close();
        templates.close();
    }
}
