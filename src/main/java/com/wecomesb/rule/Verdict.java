package com.wecomesb.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules say about an event.
 *
 * @param candidates the rules that were looked at because one of their words occurs, and those that match, by priority; the
 *     first {@link #SHOWN} of them
 * @param candidatesInAll how many these are
 * @param matched all that match, by priority
 * @param acting the one with the highest priority, then those that act beside it ({@code also}), without their reply
 * @param nearMisses a few that failed by one condition only
 * @param guesses those of them that the customer may be asked about, the surest first
 */
public record Verdict(
        List<Rule> candidates,
        int candidatesInAll,
        List<Match> matched,
        List<Match> acting,
        List<NearMiss> nearMisses,
        List<Match> guesses) {

    /** How many candidates are named. */
    static final int SHOWN = 20;

    /** Where nobody had to be looked for. */
    public Verdict(List<Match> matched, List<Match> acting, List<NearMiss> nearMisses, List<Match> guesses) {
        this(
                matched.stream().map(Match::rule).limit(SHOWN).toList(),
                matched.size(),
                matched,
                acting,
                nearMisses,
                guesses);
    }

    public Verdict {
        candidates = List.copyOf(candidates);
        matched = List.copyOf(matched);
        acting = List.copyOf(acting);
        nearMisses = List.copyOf(nearMisses);
        guesses = List.copyOf(guesses);
    }

    /** What is said where no rule was asked. */
    public static Verdict none() {
        return new Verdict(List.of(), List.of(), List.of(), List.of());
    }

    /** What acts of these: the first, and those that act beside it. */
    static List<Match> acting(List<Match> byPriority) {
        List<Match> acting = new ArrayList<>();
        for (int i = 0; i < byPriority.size(); i++) {
            if (i == 0 || byPriority.get(i).rule().also()) {
                acting.add(byPriority.get(i));
            }
        }
        return acting;
    }

    /** What it would be if there were only the rules of one file. */
    Verdict ofFile(String file) {
        List<Match> inFile = matched.stream()
                .filter(match -> match.rule().file().equals(file))
                .toList();
        List<Rule> looked =
                candidates.stream().filter(rule -> rule.file().equals(file)).toList();
        return new Verdict(
                looked,
                looked.size(),
                inFile,
                acting(inFile),
                nearMisses.stream()
                        .filter(miss -> miss.rule().file().equals(file))
                        .toList(),
                guesses.stream()
                        .filter(guess -> guess.rule().file().equals(file))
                        .toList());
    }

    /**
     * {@code {"candidates": [rule], "moreCandidates": n, "matched": [{rule, reason, priority}], "acting": [rule],
     * "nearMisses": [{rule, failed}]}}.
     */
    public ObjectNode explanation() {
        ObjectNode explanation = JsonNodeFactory.instance.objectNode();
        ArrayNode looked = explanation.putArray("candidates");
        candidates.forEach(rule -> looked.add(rule.id()));
        if (candidatesInAll > candidates.size()) {
            explanation.put("moreCandidates", candidatesInAll - candidates.size());
        }
        ArrayNode all = explanation.putArray("matched");
        matched.forEach(match -> all.addObject()
                .put("rule", match.rule().id())
                .put("reason", match.reason())
                .put("priority", match.rule().priority()));
        ArrayNode act = explanation.putArray("acting");
        acting.forEach(match -> act.add(match.rule().id()));
        ArrayNode near = explanation.putArray("nearMisses");
        nearMisses.forEach(
                miss -> near.addObject().put("rule", miss.rule().id()).put("failed", miss.failed()));
        return explanation;
    }
}
