package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code contact: {is: new, within: 7d}}: the contact was met for the first time not longer ago than that, or longer ago.
 *
 * @param wantsNew false: the contact returns
 */
record AcquaintanceCondition(boolean wantsNew, Duration within) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        Instant met = reading.facts().past().firstMet();
        return met != null && met.plus(within).isAfter(reading.facts().now().toInstant()) == wantsNew;
    }

    @Override
    public String held(Reading reading) {
        return wantsNew ? "是新客户(" + DurationText.of(within) + " 内第一次来)" : "是老客户";
    }

    @Override
    public String failed(Reading reading) {
        if (reading.facts().past().firstMet() == null) {
            return "不知道是哪位客户";
        }
        return wantsNew ? "不是新客户:" + DurationText.of(within) + " 以前就来过" : "不是老客户";
    }
}
