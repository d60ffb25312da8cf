package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an amount exactly. */
final class Money {

    /** Digits before the point: whole fen still fit into a long. */
    private static final int LONGEST = 15;

    /** Behind it; a number like 1E-999999999 must not be written out. */
    private static final int FINEST = 10;

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1," + LONGEST + "}(\\.[0-9]{1," + FINEST + "})?");

    private Money() {}

    /** The amount as a number or as text without sign of currency; null for anything else. */
    static @Nullable BigDecimal of(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = ScalarText.exact(value);
            return number == null
                            || (long) number.precision() - number.scale() > LONGEST
                            || number.scale() > FINEST
                            || number.scale() < -LONGEST
                    ? null
                    : number;
        }
        return value.isTextual() && AMOUNT.matcher(value.textValue()).matches()
                ? new BigDecimal(value.textValue())
                : null;
    }
}
