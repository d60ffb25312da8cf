package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import java.util.List;

/**
 * Conditions and what is to be done.
 *
 * @param id unique among all files
 * @param file where it is written
 * @param line 1-based
 * @param priority the highest one that matches acts
 * @param also whether it acts beside the winner, without its reply
 * @param events the event types it reacts to
 * @param conditions all of them must hold; none: the event alone is enough
 * @param then what is to be done, in this order
 * @param control what it waits for before it acts
 */
public record Rule(
        String id,
        String file,
        int line,
        String description,
        int priority,
        boolean also,
        EventTypes events,
        List<Condition> conditions,
        List<ActionSpec> then,
        Control control) {

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
