package com.wecomesb.rule.condition;

import java.util.List;
import java.util.stream.Collectors;

/** {@code region: 广东/深圳}: the contact's region is one of these or within it. */
record RegionCondition(List<Region> regions) implements Condition {

    static final String ATTRIBUTE = "region";

    @Override
    public boolean holds(Reading reading) {
        String known = reading.facts().attributes().path(ATTRIBUTE).asText("");
        return !known.isEmpty() && isMeant(Region.of(known));
    }

    private boolean isMeant(Region known) {
        for (Region region : regions) {
            if (region.includes(known)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        return "地区是" + words();
    }

    @Override
    public String failed(Reading reading) {
        boolean known = reading.facts().attributes().hasNonNull(ATTRIBUTE);
        return known ? "地区不是" + words() : "不知道客户的地区";
    }

    private String words() {
        return regions.stream().map(Region::toString).collect(Collectors.joining("”或“", "“", "”"));
    }
}
