package com.wecomesb.connector.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.link.FetchedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads records of other systems through their connectors, in canonical shape. */
@Component
class SystemRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConnectorCalls calls;

    SystemRecords(ConnectorCalls calls) {
        this.calls = calls;
    }

    /**
     * A page of changes.
     *
     * @param cursor where the next one begins, as JSON
     * @param more whether there is a next one now
     */
    record Page(List<FetchedRecord> records, String cursor, boolean more) {}

    boolean canFind(RecordReference record) {
        return calls.can(record.system(), record.kind() + "-find");
    }

    boolean canList(String system, String kind) {
        return calls.can(system, kind + "-changes");
    }

    /**
     * The record as it is now; nothing when it is not there.
     *
     * @throws ConnectorFailed if the system does not say
     */
    Optional<FetchedRecord> find(RecordReference record) {
        ObjectNode criteria = JsonNodeFactory.instance.objectNode().put("id", record.id());
        JsonNode found =
                calls.call(record.system(), record.kind() + "-find", criteria, CallContext.of(record.id()));
        return found.path("found").isBoolean() && !found.path("found").booleanValue()
                ? Optional.empty()
                : Optional.of(fetched(record.system(), record.kind(), record.id(), found));
    }

    /**
     * What changed behind a cursor.
     *
     * @throws ConnectorFailed if the system does not say
     */
    Page changes(String system, String kind, String cursor, int limit) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("cursor", read(cursor));
        request.put("limit", limit);
        JsonNode answer = calls.call(system, kind + "-changes", request, CallContext.of(system));
        if (!answer.path("records").isArray()) {
            throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, kind + "-changes 的回答里没有 records");
        }
        List<FetchedRecord> records = new ArrayList<>();
        for (JsonNode change : answer.path("records")) {
            records.add(changed(system, kind, change));
        }
        return new Page(
                records,
                answer.path("cursor").toString().isEmpty() ? cursor : answer.path("cursor").toString(),
                answer.path("more").asBoolean(false));
    }

    private FetchedRecord changed(String system, String kind, JsonNode change) {
        String id = change.path("id").asText("");
        if (id.isEmpty() || id.length() > RecordReference.LONGEST_ID) {
            throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, kind + "-changes 里有一条记录没有可用的 id");
        }
        String version = change.path("version").asText("");
        if (change.path("deleted").asBoolean(false)) {
            return new FetchedRecord(
                    system, kind, id, version, true, JsonNodeFactory.instance.objectNode().put("id", id));
        }
        return fetched(system, kind, id, calls.canonical(system, kind, change.path("record")));
    }

    /** The version is the same, whichever way the record was read. */
    private static FetchedRecord fetched(String system, String kind, String id, JsonNode canonical) {
        return new FetchedRecord(system, kind, id, canonical.path("updatedAt").asText(""), false, canonical);
    }

    private static JsonNode read(String cursor) {
        try {
            return JSON.readTree(cursor);
        } catch (JsonProcessingException damaged) {
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
