package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.mapping.MappingSet;
import java.util.Optional;

/** Says what a mapping of a snapshot makes of a document, field by field; nothing is sent. */
public final class MappingTrial {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingTrial() {}

    /**
     * Answers {@code {"result", "trace", "violations", "unread"}}, or nothing when there is no mapping of this name.
     *
     * @param request the document, or {@code {"in": document, "context": {…}}} as a file's example has it
     */
    public static Optional<JsonNode> of(Snapshot snapshot, String mapping, JsonNode request) {
        boolean wrapped =
                request.has("in") && request.size() == (request.path("context").isObject() ? 2 : 1);
        JsonNode source = wrapped ? request.get("in") : request;
        JsonNode context =
                wrapped && request.has("context") ? request.get("context") : JsonNodeFactory.instance.objectNode();
        return snapshot.part(MappingSet.class)
                .find(mapping)
                .map(found -> JSON.valueToTree(found.trace(source, context)));
    }
}
