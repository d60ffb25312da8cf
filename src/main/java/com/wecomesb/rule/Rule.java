package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import java.util.List;

/**
 * A condition and what is to be done.
 *
 * @param id unique among all files
 * @param file where it is written
 * @param line 1-based
 * @param priority the highest one that matches acts
 * @param also whether it acts beside the winner, without its reply
 * @param events the event types it reacts to, wildcards allowed
 */
public record Rule(
        String id,
        String file,
        int line,
        String description,
        int priority,
        boolean also,
        EventTypes events,
        Condition condition,
        List<ActionSpec> then) {

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
