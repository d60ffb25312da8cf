package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.Set;

/** A step that makes a text of a text; numbers and booleans count as they are written. */
abstract class TextStep extends ValueStep {

    abstract String change(String text);

    @Override
    final JsonNode change(JsonNode value, Refusal refusal) {
        if (value instanceof TextNode text) {
            String changed = change(text.textValue());
            // The same text needs no new node: most values of a clean source pass unchanged.
            return changed.equals(text.textValue()) ? value : TextNode.valueOf(changed);
        }
        return value.isContainerNode() ? refusal.because("这一步只能用于文本") : TextNode.valueOf(change(ScalarText.of(value)));
    }

    @Override
    final Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.TEXT);
    }
}
