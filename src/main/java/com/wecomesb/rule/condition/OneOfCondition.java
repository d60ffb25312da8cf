package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;
import java.util.Set;
import java.util.function.Function;

/** {@code channel}, {@code account}, {@code brand}, {@code message: {type: …}}: a fact is one of these. */
record OneOfCondition(String name, Function<Facts, String> fact, Set<String> values) implements Condition {

    @Override
    public Answer test(Reading reading) {
        String value = fact.apply(reading.facts());
        return values.contains(value)
                ? Answer.yes(name + "是“" + value + "”")
                : Answer.no(name + "不是“" + String.join("”或“", values) + "”");
    }
}
