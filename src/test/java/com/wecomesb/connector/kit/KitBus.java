package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.SystemCheck;
import com.wecomesb.connector.kit.Capture.Sent;
import com.wecomesb.connector.webhook.WebhookSection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bus's side of the kit: the shipped connectors and mappings, called as rules call them, against the stub server. */
final class KitBus implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private static final Duration BETWEEN_CASES = Duration.ofMinutes(10);

    private final ShippedConnectors connectors;
    private final ReplayServer server;
    private final Map<String, KitCredentials> known = new HashMap<>();
    private Instant now = START;

    /** With further folders like {@code routes/}, whose files lie over the shipped ones. */
    KitBus(Path... routes) throws IOException {
        connectors = new ShippedConnectors(routes);
        server = new ReplayServer();
    }

    Outcome call(KitFile kit, KitCall call, Script script) {
        return call(kit, call, call.document(), script, Duration.ZERO);
    }

    /**
     * One call with a breaker of its own, so that no case opens it for the next; later than all before, so that no case waits
     * because another was throttled.
     *
     * @param later how much later beside
     */
    Outcome call(KitFile kit, KitCall call, JsonNode document, Script script, Duration later) {
        return call(kit, call, document, call.context(), script, later);
    }

    /** The same, told something else beside the document. */
    Outcome call(KitFile kit, KitCall call, CallContext context, Script script) {
        return call(kit, call, call.document(), context, script, Duration.ZERO);
    }

    private Outcome call(
            KitFile kit, KitCall call, JsonNode document, CallContext context, Script script, Duration later) {
        server.play(script, credentials(kit));
        now = now.plus(BETWEEN_CASES).plus(later);
        Map<String, String> settings = settings(kit);
        if (script.isSilent()) {
            settings.put("responseTimeout", "300ms");
        }
        ConnectorCalls calls = connectors.calls(kit, settings, now);
        try {
            JsonNode result = ShippedConnectors.call(calls, call.verb(), document, context);
            return outcome(result, null, kit);
        } catch (ConnectorFailed failed) {
            return outcome(null, failed, kit);
        }
    }

    /** An answer in canonical shape; that of a poll holds the system's own records, which their reader maps. */
    List<JsonNode> canonical(KitFile kit, KitCall call, Outcome outcome) {
        if (!call.isChanges()) {
            return List.of(outcome.answer());
        }
        ConnectorCalls calls = connectors.calls(kit, settings(kit), now);
        String kind = call.verb().substring(0, call.verb().indexOf('-'));
        return KitFile.stream(outcome.answer().path("records"))
                .filter(record -> record.path("record").isObject())
                .map(record -> calls.canonical(ShippedConnectors.SYSTEM, kind, record.path("record")))
                .toList();
    }

    /** Whether the connector's probe finds that all is well. */
    boolean probe(KitFile kit, Script script) {
        server.play(script, credentials(kit));
        now = now.plus(BETWEEN_CASES);
        return connectors
                        .calls(kit, settings(kit), now)
                        .check(ShippedConnectors.SYSTEM)
                        .outcome()
                == SystemCheck.Outcome.WELL;
    }

    /** What its {@code auth} adds to each request, by the settings of the kit file. */
    KitCredentials credentials(KitFile kit) {
        return known.computeIfAbsent(
                kit.name(),
                name -> connectors
                        .authentication(kit, settings(kit))
                        .map(way -> KitCredentials.of(way, connectors.values(kit, settings(kit))))
                        .orElse(KitCredentials.NONE));
    }

    /** Whether its description speaks of credentials at all. */
    boolean hasAuthentication(KitFile kit) {
        return connectors.hasAuthentication(kit);
    }

    /** What the last case sent, for people. */
    String story(KitFile kit) {
        KitCredentials credentials = credentials(kit);
        List<String> lines = new ArrayList<>();
        server.received().forEach(sent -> lines.add("  " + (lines.size() + 1) + ". " + credentials.shape(sent)));
        server.unexpected().forEach(unexpected -> lines.add("not in the captures:\n" + unexpected));
        return lines.isEmpty() ? "" : "\nwhat was sent last:\n" + String.join("\n", lines);
    }

    /** How the connector takes webhooks, where it does. */
    Optional<WebhookSection> webhooks(KitFile kit) {
        return connectors.webhooks(kit.connector());
    }

    private Outcome outcome(JsonNode result, ConnectorFailed failed, KitFile kit) {
        KitCredentials credentials = credentials(kit);
        List<Sent> calls = Outcome.calls(server.received(), kit.asides(), credentials);
        return new Outcome(
                result,
                failed,
                calls.stream().map(credentials::shape).toList(),
                calls.stream()
                        .flatMap(sent -> credentials.missing(sent).stream())
                        .distinct()
                        .toList(),
                server.unexpected(),
                server.isPlayed(),
                now);
    }

    private Map<String, String> settings(KitFile kit) {
        Map<String, String> settings = new TreeMap<>(kit.settings());
        settings.put("url", server.root() + settings.getOrDefault("url", ""));
        settings.put("responseTimeout", "2s");
        return settings;
    }

    @Override
    public void close() {
        server.close();
        connectors.close();
    }
}
