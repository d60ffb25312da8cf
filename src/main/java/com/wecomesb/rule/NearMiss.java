package com.wecomesb.rule;

import com.wecomesb.rule.condition.Reading;

/**
 * A rule that failed by one condition only.
 *
 * @param failed that condition, in words for people
 */
public record NearMiss(Rule rule, String failed) {

    static NearMiss of(Rule rule, Reading reading) {
        return rule.conditions().stream()
                .filter(condition -> !condition.holds(reading))
                .findFirst()
                .map(condition -> new NearMiss(rule, condition.failed(reading)))
                .orElseThrow(() -> new IllegalStateException("No condition of " + rule.id() + " failed"));
    }
}
