package com.wecomesb.connector.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.link.FetchedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads records through the connectors. */
@Component
public class SystemRecords implements RecordSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_VERSION = 128;

    private final ConnectorCalls calls;
    private final RecordVersions versions;

    SystemRecords(ConnectorCalls calls, Supplier<Connectors> connectors) {
        this.calls = calls;
        this.versions = new RecordVersions(connectors);
    }

    /**
     * A page of everything that there is.
     *
     * @param refused records that the mapping does not take
     * @param parts where several lists begin that can be read side by side instead; usually empty
     */
    public record Part(
            List<FetchedRecord> records,
            List<RefusedRecord> refused,
            String cursor,
            boolean more,
            List<String> parts) {}

    @Override
    public boolean canFind(RecordReference record) {
        return calls.can(record.system(), record.kind() + "-find");
    }

    /** Whether a record can be read and understood. */
    public boolean canRead(String system, String kind) {
        return calls.can(system, kind + "-find") && calls.mapsBack(system, kind);
    }

    /** Whether changes can be listed. */
    @Override
    public boolean canList(String system, String kind) {
        return calls.can(system, kind + "-changes");
    }

    /** The record as it is now; nothing when it is not there. */
    public Optional<FetchedRecord> find(String system, String kind, String id) {
        return find(new RecordReference(system, kind, id));
    }

    @Override
    public Optional<FetchedRecord> find(RecordReference record) {
        ObjectNode criteria = JsonNodeFactory.instance.objectNode().put("id", record.id());
        JsonNode found = calls.ask(record.system(), record.kind() + "-find", criteria);
        return found.path("found").isBoolean() && !found.path("found").booleanValue()
                ? Optional.empty()
                : Optional.of(fetched(record.system(), record.kind(), record.id(), found));
    }

    @Override
    public Page changes(String system, String kind, String cursor, int limit) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("cursor", read(cursor));
        request.put("limit", limit);
        JsonNode answer = list(system, kind, request);
        List<RefusedRecord> refused = new ArrayList<>();
        List<FetchedRecord> records = understood(system, kind, answer, refused);
        return new Page(
                records, refused, next(answer, cursor), answer.path("more").asBoolean(false));
    }

    private List<FetchedRecord> understood(String system, String kind, JsonNode answer, List<RefusedRecord> refused) {
        List<FetchedRecord> records = new ArrayList<>();
        for (JsonNode change : answer.path("records")) {
            try {
                records.add(changed(system, kind, change));
            } catch (ConnectorFailed notUnderstood) {
                refused.add(new RefusedRecord(change.path("id").asText(""), notUnderstood.reason()));
            }
        }
        return records;
    }

    /**
     * A page of everything; a record that cannot be understood does not keep the others away.
     *
     * @param parts into how many lists the system may split the whole, if it can; 1 for one list
     * @throws ConnectorFailed if the system does not say
     */
    public Part part(String system, String kind, String cursor, int limit, int parts) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("limit", limit);
        request.set("cursor", read(cursor));
        if (parts > 1) {
            request.put("parts", parts);
        }
        JsonNode answer = list(system, kind, request);
        List<RefusedRecord> refused = new ArrayList<>();
        List<FetchedRecord> records = understood(system, kind, answer, refused);
        List<String> lists = new ArrayList<>();
        answer.path("parts").forEach(start -> lists.add(start.toString()));
        return new Part(
                records, refused, next(answer, cursor), answer.path("more").asBoolean(false), lists);
    }

    private JsonNode list(String system, String kind, JsonNode request) {
        JsonNode answer = calls.ask(system, kind + "-changes", request);
        if (!answer.path("records").isArray()) {
            throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, kind + "-changes 的回答里没有 records");
        }
        return answer;
    }

    private static String next(JsonNode answer, String cursor) {
        String next = answer.path("cursor").toString();
        return next.isEmpty() ? cursor : next;
    }

    private FetchedRecord changed(String system, String kind, JsonNode change) {
        String id = change.path("id").asText("");
        if (id.isEmpty() || id.length() > RecordReference.LONGEST_ID || id.indexOf('\u0000') >= 0) {
            throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, kind + "-changes 里有一条记录没有可用的 id");
        }
        String version = shortened(change.path("version").asText(""));
        if (change.path("deleted").asBoolean(false)) {
            return new FetchedRecord(
                    system,
                    kind,
                    id,
                    version,
                    true,
                    JsonNodeFactory.instance.objectNode().put("id", id));
        }
        return fetched(system, kind, id, change.path("record"));
    }

    /** The version is the same, whichever way the record was read. */
    private FetchedRecord fetched(String system, String kind, String id, JsonNode record) {
        JsonNode canonical = Storable.of(calls.canonical(system, kind, record));
        return new FetchedRecord(system, kind, id, version(system, kind, record, canonical), false, canonical);
    }

    /** The version of a record, by the connector's own words or by when it was changed. */
    public String version(String system, String kind, JsonNode record, JsonNode canonical) {
        String version = calls.systems()
                .find(system)
                .flatMap(found -> versions.of(found, kind, record))
                .map(said -> said.isValueNode() ? said.asText("") : said.toString())
                .orElseGet(() -> canonical.path("updatedAt").asText(""));
        return version.equals("null") ? "" : shortened(version);
    }

    private static String shortened(String said) {
        String version = said.replace("\u0000", "");
        return version.length() <= LONGEST_VERSION ? version : version.substring(0, LONGEST_VERSION);
    }

    private static JsonNode read(String cursor) {
        try {
            return JSON.readTree(cursor);
        } catch (JsonProcessingException damaged) {
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
