package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shipped connector against a real system; what they say is written below {@code target/recordings}. */
final class RealConnector implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path RECORDINGS = Path.of("target", "recordings");

    private static final String ID = "wx-00000001";

    private final RealStory story = RealStory.OF_ALL_TESTS;
    private final String id;
    private final KitFile kit;
    private final RecordingProxy proxy;
    private final ShippedConnectors connectors = new ShippedConnectors();
    private final ConnectorCalls calls;

    /**
     * @param id what makes our ids of this run; in recordings it is always the same
     * @param settings of the system; {@code url} is the path below its address
     */
    RealConnector(String connector, String kind, RealSystem system, String id, Map<String, String> settings)
            throws IOException {
        this.id = id;
        proxy = new RecordingProxy(system.root());
        Map<String, String> all = new TreeMap<>(settings);
        all.put("url", proxy.root() + settings.getOrDefault("url", ""));
        kit = new KitFile(
                connector,
                connector,
                kind,
                all,
                Path.of(""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Map.of());
        calls = connectors.calls(kit, all, Instant.now());
    }

    ConnectorCalls calls() {
        return calls;
    }

    /** One call; what went over the wire is kept under the name. */
    JsonNode call(String name, String verb, String document, String ours) {
        return call(name, verb, json(document), ours);
    }

    JsonNode call(String name, String verb, JsonNode document, String ours) {
        return call(name, verb, document, CallContext.of(ours));
    }

    JsonNode call(String name, String verb, JsonNode document, CallContext context) {
        proxy.take();
        String outcome = "";
        try {
            JsonNode answer = ShippedConnectors.call(calls, verb, document, context);
            outcome = verb.endsWith("-changes") ? listed(answer) : answer.toPrettyString();
            return answer;
        } catch (ConnectorFailed failed) {
            outcome = failed.kind() + ": " + failed.reason();
            throw failed;
        } finally {
            keep(name, verb, document, outcome);
        }
    }

    private static String listed(JsonNode changes) {
        StringBuilder list = new StringBuilder();
        changes.path("records")
                .forEach(record -> list.append(record.path("id").asText())
                        .append("  version ")
                        .append(record.path("version").asText())
                        .append('\n'));
        return list.append("cursor ")
                .append(changes.path("cursor"))
                .append("  more ")
                .append(changes.path("more"))
                .toString();
    }

    private void keep(String name, String verb, JsonNode document, String outcome) {
        List<Capture> said = proxy.take();
        if (!name.startsWith("x") && !name.startsWith("skip")) {
            story.tell(kit.connector(), verb, document.toString(), outcome, RecordingProxy.lines(said));
        }
        try {
            Path file = RECORDINGS.resolve(kit.connector()).resolve(name + ".http.txt");
            String text = CaptureFile.text(verb + " as the connector does it, recorded from the running system", said);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.replace(id, ID));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** All records that changed since a cursor, page by page, in the order in which they came. */
    Changes changes(String name, String verb, JsonNode cursor, int limit) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode at = cursor;
        boolean more = true;
        for (int page = 1; more && page < 500; page++) {
            ObjectNode request = JSON.createObjectNode().put("limit", limit);
            request.set("cursor", at);
            JsonNode answer = call(name + "-" + page, verb, request, "poll");
            answer.path("records").forEach(records::add);
            more = answer.path("more").asBoolean();
            at = answer.path("cursor");
        }
        return new Changes(records, at);
    }

    /** What a poll brought and where the next one begins. */
    record Changes(List<JsonNode> records, JsonNode cursor) {}

    /** JSON with single quotes, which Java texts show better. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        story.writeIfAsked(kit.connector());
        proxy.close();
        connectors.close();
    }
}
