package com.wecomesb.rule.condition;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The rule's {@code valid: {from: 2026-11-01, until: 2026-11-12}}, in the time zone of the business.
 *
 * @param from the first moment; null: since ever
 * @param end the first moment after it; null: for ever
 */
record ValidCondition(
        String rule, @Nullable LocalDateTime from, @Nullable LocalDateTime end) implements Condition, Limit {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public boolean holds(Reading reading) {
        if (reading.facts().triedRules() != null) {
            return reading.facts().triedRules().contains(rule);
        }
        LocalDateTime now = now(reading);
        return (from == null || !now.isBefore(from)) && (end == null || now.isBefore(end));
    }

    @Override
    public String held(Reading reading) {
        return "在有效期内";
    }

    @Override
    public String failed(Reading reading) {
        return from != null && now(reading).isBefore(from)
                ? "还没到有效期:从 " + WORDS.format(from) + " 起"
                : "不在有效期内" + (end == null ? "" : ":到 " + WORDS.format(end) + " 为止");
    }

    private static LocalDateTime now(Reading reading) {
        return reading.facts().now().toLocalDateTime();
    }
}
