package com.wecomesb.rule.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line holds. */
record AnyCondition(List<Condition> conditions) implements Condition {

    @Override
    public Answer test(Reading reading) {
        String failed = "";
        for (Condition condition : conditions) {
            Answer answer = condition.test(reading);
            if (answer.holds()) {
                return answer;
            }
            failed = failed.isEmpty() ? answer.reason() : failed + ",也" + answer.reason();
        }
        return Answer.no(failed);
    }

    /** Only where each line has its terms. */
    @Override
    public Optional<Set<String>> required() {
        Set<String> all = new HashSet<>();
        for (Condition condition : conditions) {
            Optional<Set<String>> required = condition.required();
            if (required.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(required.get());
        }
        return Optional.of(all);
    }

    @Override
    public Set<String> terms() {
        Set<String> terms = new HashSet<>();
        conditions.forEach(condition -> terms.addAll(condition.terms()));
        return terms;
    }
}
