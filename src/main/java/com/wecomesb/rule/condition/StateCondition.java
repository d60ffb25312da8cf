package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.node.TextNode;

/** {@code state: spring-sale}: the code that brought the customer, or that the customer scanned, says so. */
record StateCondition(Comparison comparison) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return comparison.holds(
                TextNode.valueOf(Clicks.state(reading.facts())),
                reading.facts().now().getZone());
    }

    @Override
    public String held(Reading reading) {
        return "扫码渠道" + comparison.words();
    }

    @Override
    public String failed(Reading reading) {
        return "扫码渠道不符合:" + comparison.words();
    }
}
