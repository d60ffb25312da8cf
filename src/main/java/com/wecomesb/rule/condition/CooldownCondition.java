package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import java.time.Duration;
import java.time.Instant;

/** The rule's {@code cooldown: 10m}: it has not acted for this contact for so long. */
record CooldownCondition(String rule, Duration pause) implements Condition, Limit {

    @Override
    public boolean holds(Reading reading) {
        Instant last = reading.facts().lastActed(rule);
        return last == null || !last.plus(pause).isAfter(reading.facts().now().toInstant());
    }

    @Override
    public String held(Reading reading) {
        return DurationText.of(pause) + " 内没有对这位客户用过";
    }

    @Override
    public String failed(Reading reading) {
        Instant now = reading.facts().now().toInstant();
        Instant last = reading.facts().lastActed(rule);
        Duration rest = last == null ? pause : Duration.between(now, last.plus(pause));
        return "冷却中:" + DurationText.of(pause) + " 内对同一位客户只用一次,还有 "
                + rest.plusMillis(999).toSeconds() + " 秒";
    }
}
