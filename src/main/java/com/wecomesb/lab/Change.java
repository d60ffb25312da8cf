package com.wecomesb.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.decision.Choice;
import com.wecomesb.decision.Deed;
import com.wecomesb.decision.Replayed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored event that would have been decided otherwise, for whoever holds the key: {@code text} is what the customer
 * wrote.
 *
 * @param uid the event's name on the bus
 * @param time when it was decided
 * @param text shortened; empty where there is none
 * @param recorded the rule that really acted then; null where none did
 * @param before by the rules in force
 * @param after by the changed rules
 * @param why in words for people
 */
public record Change(
        String uid,
        Instant time,
        String type,
        String text,
        @Nullable String recorded,
        Side before,
        Side after,
        String why) {

    private static final int SHOWN = 120;

    /**
     * What one set of rules decides.
     *
     * @param rule that acts; null where none does
     * @param actions in words, in their order
     */
    public record Side(String outcome, @Nullable String rule, List<String> actions, JsonNode explanation) {

        static Side of(Choice choice) {
            return new Side(
                    choice.outcome(),
                    choice.rule(),
                    choice.deeds().stream().map(Deed::words).toList(),
                    choice.explanation());
        }
    }

    static Change of(Replayed replayed) {
        return new Change(
                replayed.uid(),
                replayed.decidedAt(),
                replayed.type(),
                shown(replayed.data().path("message").path("text").asText("")),
                replayed.recorded(),
                Side.of(replayed.before()),
                Side.of(replayed.after()),
                Why.of(replayed.before(), replayed.after()));
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** Without what a customer wrote. */
    @Override
    public String toString() {
        return "Change[" + uid + "]";
    }
}
