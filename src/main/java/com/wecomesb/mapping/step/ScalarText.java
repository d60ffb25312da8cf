package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;

/** A text, number or boolean as people write it: never 1.0E10. */
public final class ScalarText {

    private ScalarText() {}

    public static String of(JsonNode scalar) {
        if (scalar.isNumber() && !scalar.isIntegralNumber()) {
            return scalar.decimalValue().toPlainString();
        }
        return scalar.asText();
    }
}
