package com.wecomesb.rule.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every line holds. */
record AllCondition(List<Condition> conditions) implements Condition {

    @Override
    public Answer test(Reading reading) {
        List<String> reasons = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        String failed = "";
        int failures = 0;
        for (Condition condition : conditions) {
            Answer answer = condition.test(reading);
            if (answer.holds()) {
                reasons.add(answer.reason());
                variables.putAll(answer.variables());
            } else {
                failed = answer.reason();
                failures += answer.failures();
                if (failures > 1) {
                    break;
                }
            }
        }
        return failures > 0
                ? new Answer(false, failed, failures, Map.of())
                : new Answer(true, String.join(",", reasons), 0, variables);
    }

    /** Any line's terms would do; the fewest and longest are the rarest. */
    @Override
    public Optional<Set<String>> required() {
        return conditions.stream()
                .map(Condition::required)
                .flatMap(Optional::stream)
                .min((one, other) -> one.size() != other.size()
                        ? Integer.compare(one.size(), other.size())
                        : Integer.compare(length(other), length(one)));
    }

    private static int length(Set<String> terms) {
        return terms.stream().mapToInt(String::length).min().orElse(0);
    }

    @Override
    public Set<String> terms() {
        Set<String> terms = new HashSet<>();
        conditions.forEach(condition -> terms.addAll(condition.terms()));
        return terms;
    }
}
