package com.wecomesb.rule.condition;

import java.util.Set;

/** {@code tag: 会员/黄金}: the contact has one of these tags; {@code 会员} includes everything below it. */
record TagCondition(Set<String> tags) implements Condition {

    @Override
    public Answer test(Reading reading) {
        for (String tag : tags) {
            for (String had : reading.facts().tags()) {
                if (had.equals(tag) || had.startsWith(tag + "/")) {
                    return Answer.yes("标签“" + had + "”");
                }
            }
        }
        return Answer.no("没有标签“" + String.join("”或“", tags) + "”");
    }
}
