package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call is told beside its document.
 *
 * @param externalId our id of what is to be done, the action's: under it the other system finds a repeat
 * @param variables what the mapping's {@code $conversation}, {@code $channel}, {@code $staff} and {@code $corp} stand for
 * @param remoteId the record's id in the system, when it is known that it exists there
 * @param version of that record as it was last seen, for conditional updates
 * @param changed the fields that are to be written, for connectors that can write some; empty for all
 */
public record CallContext(
        String externalId,
        JsonNode variables,
        @Nullable String remoteId,
        @Nullable String version,
        Set<String> changed) {

    public CallContext {
        changed = Set.copyOf(changed);
    }

    public CallContext(String externalId, JsonNode variables) {
        this(externalId, variables, null, null, Set.of());
    }

    public static CallContext of(String externalId) {
        return new CallContext(externalId, JsonNodeFactory.instance.objectNode());
    }

    /** The same about a record that exists in the system, of which only some fields are to be written. */
    public CallContext about(String theirs, String itsVersion, Set<String> fields) {
        return new CallContext(externalId, variables, theirs, itsVersion.isEmpty() ? null : itsVersion, fields);
    }

    /** What a Kamelet finds as variables of its exchange. */
    Map<String, String> about() {
        Map<String, String> known = new HashMap<>();
        if (remoteId != null) {
            known.put("remoteId", remoteId);
        }
        if (version != null) {
            known.put("version", version);
        }
        return known;
    }
}
