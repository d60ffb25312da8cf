package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A step that makes a text of a text; numbers and booleans count as they are written. */
abstract class TextStep extends ValueStep {

    abstract String change(String text);

    @Override
    final JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("这一步只能用于文本");
        }
        String text = ScalarText.of(value);
        String changed = change(text);
        // The same text needs no new node: most values of a clean source pass unchanged.
        return value.isTextual() && changed.equals(text) ? value : TextNode.valueOf(changed);
    }
}
