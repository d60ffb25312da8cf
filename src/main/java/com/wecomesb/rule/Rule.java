package com.wecomesb.rule;

import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Foresight;
import com.wecomesb.rule.condition.Place;
import java.util.List;
import java.util.Optional;

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

    /**
     * By what it guesses what a customer means when it is asked about a message to that account; nothing when it takes
     * texts as they are spelled, or never acts there.
     */
    public Optional<String> guesses(Place place) {
        boolean never = conditions.stream().anyMatch(condition -> condition.at(place) == Foresight.NEVER);
        return never
                ? Optional.empty()
                : conditions.stream()
                        .flatMap(condition -> condition.guesses(place).stream())
                        .findFirst();
    }

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
