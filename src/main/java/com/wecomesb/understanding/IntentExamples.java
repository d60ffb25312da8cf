package com.wecomesb.understanding;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/**
 * One intent as its author describes it.
 *
 * @param id unique, what a rule names
 * @param description a few words for people, which complete 「您是想问“…”吗?」
 * @param examples what customers write who mean this, normalised
 * @param slots expressions by the names of the values that they find in a message
 * @param threshold from which score on a guess at this intent is sure enough to act on, 0 to 1
 */
public record IntentExamples(
        String id, String description, List<String> examples, Map<String, Pattern> slots, double threshold) {

    public IntentExamples {
        examples = List.copyOf(examples);
        slots = Map.copyOf(slots);
    }
}
