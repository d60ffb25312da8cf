package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an amount exactly. */
final class Money {

    /** Fifteen digits before the point: whole fen still fit into a long. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private Money() {}

    /** The amount as a number or as text without sign of currency; null for anything else. */
    static @Nullable BigDecimal of(JsonNode value) {
        if (value.isContainerNode()) {
            return null;
        }
        String text = ScalarText.of(value);
        return AMOUNT.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
