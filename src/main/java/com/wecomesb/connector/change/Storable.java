package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * What systems send and not every database, and not every reader of JSON, can hold: the character NUL is left out of texts, and
 * numbers beyond all numbers (NaN, 1E999999999) become texts.
 */
final class Storable {

    private static final char NUL = '\u0000';

    private Storable() {}

    /** The same document, changed in place. */
    static JsonNode of(JsonNode document) {
        if (document instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode value = of(member.getValue());
                if (value != member.getValue()) {
                    member.setValue(value);
                }
            }
        } else if (document instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, of(array.get(i)));
            }
        } else if (document.isTextual() && document.textValue().indexOf(NUL) >= 0) {
            return TextNode.valueOf(document.textValue().replace(String.valueOf(NUL), ""));
        } else if (document.isNumber() && !Double.isFinite(document.doubleValue())) {
            return TextNode.valueOf(document.asText());
        }
        return document;
    }
}
