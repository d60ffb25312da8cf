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
 * @param shared those of them that were the same on both sides before: where they say less now, all the rest there was ours
 */
public record CallContext(
        String externalId,
        JsonNode variables,
        @Nullable String remoteId,
        @Nullable String version,
        Set<String> changed,
        Set<String> shared) {

    public CallContext {
        changed = Set.copyOf(changed);
        shared = Set.copyOf(shared);
    }

    public CallContext(String externalId, JsonNode variables) {
        this(externalId, variables, null, null, Set.of(), Set.of());
    }

    public static CallContext of(String externalId) {
        return new CallContext(externalId, JsonNodeFactory.instance.objectNode());
    }

    /** The same about a record that exists in the system, of which only some fields are to be written. */
    public CallContext about(String theirs, String itsVersion, Set<String> fields) {
        return new CallContext(externalId, variables, theirs, itsVersion.isEmpty() ? null : itsVersion, fields, shared);
    }

    /** The same, when these fields were the same on both sides before they changed. */
    public CallContext sharing(Set<String> fields) {
        return new CallContext(externalId, variables, remoteId, version, changed, fields);
    }

    /** What a Kamelet finds as variables of its exchange; an unknown {@code remoteId} is empty. */
    Map<String, String> about() {
        Map<String, String> known = new HashMap<>();
        known.put("remoteId", remoteId == null ? "" : remoteId);
        if (version != null) {
            known.put("version", version);
        }
        return known;
    }
}
