package com.wecomesb.rule.condition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How numbers are compared. */
enum Order {
    AT_LEAST("≥ "),
    AT_MOST("≤ "),
    ABOVE("> "),
    BELOW("< ");

    private final String sign;

    Order(String sign) {
        this.sign = sign;
    }

    String words(BigDecimal limit) {
        return sign + limit.toPlainString();
    }

    boolean fits(BigDecimal number, BigDecimal limit) {
        int order = number.compareTo(limit);
        return switch (this) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case BELOW -> order < 0;
        };
    }

    static Optional<Order> of(String operator) {
        return Arrays.stream(values())
                .filter(order -> order.operator().equals(operator))
                .findFirst();
    }

    /** As it is written in files: {@code at-least}. */
    String operator() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
