package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.node.IntNode;
import com.wecomesb.document.DurationText;
import java.time.Duration;

/**
 * {@code count: {messages: {at-least: 3, within: 10m}}}: so many events of a type, this one among them, have come from the
 * contact within a period.
 *
 * @param enough how many have to be known: more make no difference
 */
record CountCondition(String eventType, Duration within, Comparison comparison, int enough) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return comparison.holds(
                IntNode.valueOf(counted(reading)), reading.facts().now().getZone());
    }

    private int counted(Reading reading) {
        return reading.facts().count(eventType, within);
    }

    @Override
    public String held(Reading reading) {
        return DurationText.of(within) + " 内的" + what() + "数 " + comparison.words();
    }

    @Override
    public String failed(Reading reading) {
        return DurationText.of(within) + " 内有 " + Math.min(counted(reading), enough) + " 个" + what() + ",不符合:"
                + comparison.words();
    }

    private String what() {
        return eventType.equals(BehaviourReader.MESSAGE_RECEIVED) ? "消息" : eventType + " ";
    }

    @Override
    public void asksFor(Counted.Builder counted) {
        counted.add(eventType, within, enough);
    }
}
