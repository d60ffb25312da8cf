package com.wecomesb.reply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** Filters that Liquid does not have and customer service needs. */
final class BusinessFilters {

    private BusinessFilters() {}

    static List<Filter> all() {
        return List.of(new BusinessDate(), new Yuan(), new Mask());
    }

    /** {@code {{ order.amount | yuan }}}: 1999 fen are 19.99 yuan; what is no number is nothing. */
    private static final class Yuan extends Filter {

        private static final int DIGITS = 2;

        Yuan() {
            super("yuan");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            String fen = asString(value, context).strip();
            if (!fen.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
                return "";
            }
            return new BigDecimal(fen)
                    .movePointLeft(DIGITS)
                    .setScale(DIGITS, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    /** {@code {{ contact.phone | mask }}}: 138****5678; of a short text only the first character is left. */
    private static final class Mask extends Filter {

        private static final int SHORT = 8;

        Mask() {
            super("mask");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            String text = asString(value, context).strip();
            int length = text.codePointCount(0, text.length());
            if (length == 0) {
                return "";
            }
            int head = length < SHORT ? 1 : 3;
            int tail = length < SHORT ? 0 : 4;
            return text.substring(0, text.offsetByCodePoints(0, head))
                    + "****"
                    + text.substring(text.offsetByCodePoints(0, length - tail));
        }
    }
}
