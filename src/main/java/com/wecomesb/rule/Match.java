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
 * @param confidence 0 to 1, how sure it is; 1 where nothing was guessed
 * @param variables what it took from the text, {@code match.NAME} in templates
 */
public record Match(Rule rule, String reason, double confidence, Map<String, String> variables) {

    static Match of(Rule rule, Reading reading) {
        String reason = rule.conditions().stream()
                .filter(condition -> !(condition instanceof Exclusion))
                .map(condition -> condition.held(reading))
                .collect(Collectors.joining(","));
        Map<String, String> variables = new HashMap<>();
        for (Condition condition : rule.conditions()) {
            condition.variables(reading, variables);
        }
        return new Match(rule, reason.isEmpty() ? "事件类型符合" : reason, confidence(rule, reading), Map.copyOf(variables));
    }

    /** A rule that nearly matches, for asking whether it is what the customer means. */
    static Match nearly(Rule rule, Reading reading) {
        String reason = rule.conditions().stream()
                .filter(condition -> !condition.holds(reading))
                .map(condition -> condition.failed(reading))
                .collect(Collectors.joining(","));
        Map<String, String> variables = new HashMap<>();
        rule.conditions().stream()
                .filter(condition -> condition.holds(reading) || condition.nearlyHolds(reading))
                .forEach(condition -> condition.variables(reading, variables));
        return new Match(rule, reason, confidence(rule, reading), Map.copyOf(variables));
    }

    private static double confidence(Rule rule, Reading reading) {
        return rule.conditions().stream()
                .mapToDouble(condition -> condition.confidence(reading))
                .min()
                .orElse(1);
    }

    /** Whether the rule acts only after the customer has said yes. */
    public boolean waitsForYes() {
        return rule.control().waitsForYes(confidence);
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
