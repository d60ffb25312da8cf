package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What a call is told beside its document.
 *
 * @param externalId our id of what is to be done, the action's: under it the other system finds a repeat
 * @param variables what the mapping's {@code $conversation}, {@code $channel}, {@code $staff} and {@code $corp} stand for
 */
public record CallContext(String externalId, JsonNode variables) {

    public static CallContext of(String externalId) {
        return new CallContext(externalId, JsonNodeFactory.instance.objectNode());
    }
}
