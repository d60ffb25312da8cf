package com.wecomesb.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.rule.term.Core;
import java.util.Map;

/**
 * A message as every engine gets it: already normalised.
 *
 * @param core without the punctuation around it
 * @param level the contact's attribute
 * @param facts the same for the index
 */
record Message(String text, String core, String level, Facts facts) {

    static Message of(String written, String level) {
        String text = Normalizer.normalize(written);
        Map<String, ?> described = Map.of("text", text, "contact", Map.of("level", level));
        return new Message(text, Core.text(text), level, DescribedFacts.of(new ObjectMapper().valueToTree(described)));
    }
}
