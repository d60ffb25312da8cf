package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code data: {comment.public: true}}: a field of the event's own data compares so. */
record DataCondition(String name, Comparison comparison) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        JsonNode value = reading.facts().data();
        for (String step : List.of(name.split("\\."))) {
            value = value.path(step);
        }
        return comparison.holds(value, reading.facts().now().getZone());
    }

    @Override
    public String held(Reading reading) {
        return "事件的 " + name + " " + comparison.words();
    }

    @Override
    public String failed(Reading reading) {
        return "事件的 " + name + " 不符合:" + comparison.words();
    }
}
