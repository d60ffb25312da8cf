package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.mapping.MappingSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CRM, shop and ticket system, all three the same stub, called by the shipped REST connector at a moment that stands still. */
final class RestSystems implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String SECRET = "s3cr+t/%&?#{{x}} RAW(1)'\"";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final KameletTemplates templates = new KameletTemplates(clock);
    private final StubSystem stub = new StubSystem();

    RestSystems() {
        templates.replace(ShippedFiles.kamelets(), ShippedFiles.connectors());
    }

    StubSystem stub() {
        return stub;
    }

    KameletTemplates templates() {
        return templates;
    }

    JsonNode call(String system, String verb, String document, String externalId) {
        return calls(settings()).call(system, verb, json(document), CallContext.of(externalId));
    }

    ConnectorFailed failure(String system, String verb, String document) {
        return failure(calls(settings()), system, verb, document);
    }

    static ConnectorFailed failure(ConnectorCalls calls, String system, String verb, String document) {
        return catchThrowableOfType(
                ConnectorFailed.class, () -> calls.call(system, verb, json(document), CallContext.of("a1")));
    }

    /** Calls by other settings than these. */
    ConnectorCalls calls(Map<String, Map<String, String>> settings) {
        return calls(read(settings), MappingSet.empty());
    }

    ConnectorCalls calls(Systems systems, MappingSet mappings) {
        return new ConnectorCalls(systems, () -> mappings, templates, ConnectorSettings.defaults(), clock);
    }

    Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> systems = new HashMap<>();
        for (String name : List.of("crm", "shop", "ticket")) {
            systems.put(
                    name,
                    Map.of(
                            "connector",
                            "rest",
                            "url",
                            stub.url(),
                            "token-url",
                            stub.url() + "/oauth2/token",
                            "client-id",
                            "esb",
                            "CLIENTSECRET",
                            SECRET,
                            "response-timeout",
                            "700ms"));
        }
        return systems;
    }

    /** All three as they are configured. */
    Systems configured() {
        return read(settings());
    }

    private static Systems read(Map<String, Map<String, String>> settings) {
        return Systems.read(new SystemSettings(settings), new Mistakes());
    }

    @Override
    public void close() {
        stub.close();
        templates.close();
    }
}
