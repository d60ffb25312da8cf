package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The bus's side of the kit: the shipped connectors and mappings, called as rules call them, against the stub server. */
final class KitBus implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final ShippedConnectors connectors = new ShippedConnectors();
    private final ReplayServer server;

    KitBus() throws IOException {
        server = new ReplayServer();
    }

    Outcome call(KitFile kit, KitCall call, Script script) {
        return call(kit, call, call.document(), script, NOW);
    }

    /** One call with a breaker of its own, so that no case opens it for the next. */
    Outcome call(KitFile kit, KitCall call, JsonNode document, Script script, Instant now) {
        server.play(script);
        ConnectorCalls calls = connectors.calls(kit, settings(kit), now);
        try {
            JsonNode result = ShippedConnectors.call(calls, call.verb(), document, call.id());
            return outcome(result, null, kit);
        } catch (ConnectorFailed failed) {
            return outcome(null, failed, kit);
        }
    }

    /** Whether the connector's probe finds that all is well. */
    boolean probe(KitFile kit, Script script) {
        server.play(script);
        return true;
    }

    private Outcome outcome(JsonNode result, ConnectorFailed failed, KitFile kit) {
        return new Outcome(
                result,
                failed,
                Outcome.shapes(server.received(), kit.asides()),
                server.unexpected(),
                server.isPlayed());
    }

    private Map<String, String> settings(KitFile kit) {
        Map<String, String> settings = new TreeMap<>(kit.settings());
        settings.put("url", server.root() + settings.getOrDefault("url", ""));
        settings.put("responseTimeout", "700ms");
        return settings;
    }

    @Override
    public void close() {
        server.close();
        connectors.close();
    }
}
