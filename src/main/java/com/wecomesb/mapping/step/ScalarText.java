package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A text, number or boolean as people write it: never 1.0E10. */
public final class ScalarText {

    /** A number further from the point than this keeps its exponent: 1E999999999 written out would fill the memory. */
    private static final int LONGEST = 100;

    private ScalarText() {}

    public static String of(JsonNode scalar) {
        if (scalar instanceof TextNode text) {
            return text.textValue();
        }
        if (!scalar.isNumber() || scalar.isIntegralNumber()) {
            return scalar.asText();
        }
        BigDecimal number = exact(scalar);
        if (number == null) {
            return scalar.asText();
        }
        return Math.abs((long) number.scale()) > LONGEST ? number.toString() : number.toPlainString();
    }

    /** Null for NaN and the infinities, which are no numbers in JSON. */
    static @Nullable BigDecimal exact(JsonNode number) {
        return number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue())
                ? null
                : number.decimalValue();
    }
}
