package com.wecomesb.rule;

import com.wecomesb.rule.condition.Answering;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Exclusion;
import com.wecomesb.rule.condition.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule that matches.
 *
 * @param reason in words for people
 * @param variables what it took from the text, {@code match.NAME} in templates
 */
public record Match(Rule rule, String reason, Map<String, String> variables) {

    static Match of(Rule rule, Reading reading) {
        String reason = rule.conditions().stream()
                .filter(condition -> !(condition instanceof Exclusion))
                .map(condition -> condition.held(reading))
                .collect(Collectors.joining(","));
        Map<String, String> variables = new HashMap<>();
        for (Condition condition : rule.conditions()) {
            condition.variables(reading, variables);
        }
        return new Match(rule, reason.isEmpty() ? "事件类型符合" : reason, Map.copyOf(variables));
    }

    /** What is to be done, with the nearest answer in the places where the rule asks for it. */
    public List<ActionSpec> then() {
        String answer = variables.get(Answering.VARIABLE);
        return answer == null
                ? rule.then()
                : rule.then().stream().map(spec -> spec.answering(answer)).toList();
    }

    /** Without the variables: they are what a customer wrote. */
    @Override
    public String toString() {
        return "Match[" + rule.id() + "]";
    }
}
