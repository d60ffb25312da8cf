package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a mapping made of a document.
 *
 * @param result the target document; to be used only when there is no violation
 */
public record MappingResult(JsonNode result, List<Violation> violations) {

    public boolean isClean() {
        return violations.isEmpty();
    }
}
