package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code rfm: [A, B]}, {@code rfm: {r: {at-least: 4}, m: {at-least: 3}}}: the contact's attribute {@code rfm}, a letter or
 * an object with {@code grade}, {@code r}, {@code f} and {@code m}, compares so.
 */
record RfmCondition(Map<String, Comparison> parts) implements Condition {

    static final String ATTRIBUTE = "rfm";
    static final String GRADE = "grade";

    @Override
    public boolean holds(Reading reading) {
        JsonNode rfm = reading.facts().attributes().path(ATTRIBUTE);
        for (Map.Entry<String, Comparison> part : parts.entrySet()) {
            boolean isLetter = part.getKey().equals(GRADE) && !rfm.isObject();
            JsonNode value = isLetter ? rfm : rfm.path(part.getKey());
            if (!part.getValue().holds(value, reading.facts().now().getZone())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String held(Reading reading) {
        return "RFM " + words();
    }

    @Override
    public String failed(Reading reading) {
        return "RFM 不符合:" + words();
    }

    private String words() {
        return parts.entrySet().stream()
                .map(part -> (part.getKey().equals(GRADE) ? "等级" : part.getKey() + " ")
                        + part.getValue().words())
                .collect(Collectors.joining(","));
    }
}
