package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.link.FetchedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the records of other systems in canonical shape; {@link ConnectorFailed} when a system does not say. */
@Component
class RecordReader {

    private static final int LONGEST_ID = 256;

    private final ConnectorCalls calls;

    RecordReader(ConnectorCalls calls) {
        this.calls = calls;
    }

    /**
     * A page of a list.
     *
     * @param refused records that the mapping does not take
     * @param cursor where the next page begins
     * @param parts where several lists begin that can be read side by side; usually empty
     */
    record Page(List<FetchedRecord> records, int refused, JsonNode cursor, boolean more, List<JsonNode> parts) {}

    boolean canFind(String system, String kind) {
        return calls.can(system, kind + "-find") && calls.mapsBack(system, kind);
    }

    boolean canList(String system, String kind) {
        return calls.can(system, kind + "-changes") && calls.mapsBack(system, kind);
    }

    Optional<FetchedRecord> find(String system, String kind, String theirs) {
        ObjectNode criteria = JsonNodeFactory.instance.objectNode().put("id", theirs);
        JsonNode found = calls.call(system, kind + "-find", criteria, CallContext.of(theirs));
        return found.path("found").isBoolean() && !found.path("found").booleanValue()
                ? Optional.empty()
                : Optional.of(fetched(system, kind, theirs, found));
    }

    /** @param parts into how many lists the system may split the whole, if it can; 1 for one list */
    Page page(String system, String kind, JsonNode cursor, int limit, int parts) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("limit", limit);
        request.set("cursor", cursor);
        if (parts > 1) {
            request.put("parts", parts);
        }
        JsonNode answer = calls.call(system, kind + "-changes", request, CallContext.of(system));
        if (!answer.path("records").isArray()) {
            throw new ConnectorFailed(Kind.PERMANENT, kind + "-changes 的回答里没有 records");
        }
        List<FetchedRecord> records = new ArrayList<>();
        int refused = 0;
        for (JsonNode change : answer.path("records")) {
            Optional<FetchedRecord> record = changed(system, kind, change);
            record.ifPresent(records::add);
            refused += record.isPresent() ? 0 : 1;
        }
        List<JsonNode> lists = new ArrayList<>();
        answer.path("parts").forEach(lists::add);
        JsonNode next = answer.has("cursor") ? answer.path("cursor") : cursor;
        return new Page(records, refused, next, answer.path("more").asBoolean(false), lists);
    }

    /** One record that cannot be understood does not keep all others away. */
    private Optional<FetchedRecord> changed(String system, String kind, JsonNode change) {
        String id = change.path("id").asText("");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        if (change.path("deleted").asBoolean(false)) {
            String version = change.path("version").asText("");
            return Optional.of(
                    new FetchedRecord(system, kind, id, version, true, JsonNodeFactory.instance.objectNode()));
        }
        try {
            return Optional.of(fetched(system, kind, id, calls.canonical(system, kind, change.path("record"))));
        } catch (ConnectorFailed notMapped) {
            return Optional.empty();
        }
    }

    /** The version is the same, whichever way the record was read. */
    private static FetchedRecord fetched(String system, String kind, String id, JsonNode canonical) {
        return new FetchedRecord(system, kind, id, canonical.path("updatedAt").asText(""), false, canonical);
    }
}
