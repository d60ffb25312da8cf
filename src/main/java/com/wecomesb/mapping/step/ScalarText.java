package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A text, number or boolean as people write it: never 1.0E10. */
public final class ScalarText {

    private ScalarText() {}

    public static String of(JsonNode scalar) {
        if (scalar instanceof TextNode text) {
            return text.textValue();
        }
        if (scalar.isNumber() && !scalar.isIntegralNumber()) {
            return scalar.decimalValue().toPlainString();
        }
        return scalar.asText();
    }
}
