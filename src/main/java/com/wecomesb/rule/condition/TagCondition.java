package com.wecomesb.rule.condition;

import java.util.Set;

/** {@code tag: 会员/黄金}: the contact has one of these tags; {@code 会员} includes everything below it. */
record TagCondition(Set<String> tags) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (String had : reading.facts().tags()) {
            if (isMeant(had)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(String had) {
        for (int end = had.length(); end > 0; end = had.lastIndexOf('/', end - 1)) {
            if (tags.contains(had.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        String had = reading.facts().tags().stream()
                .filter(this::isMeant)
                .sorted()
                .findFirst()
                .orElse("");
        return "有标签“" + had + "”";
    }

    @Override
    public String failed(Reading reading) {
        return "没有标签“" + String.join("”或“", tags) + "”";
    }
}
