package com.wecomesb.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What says nothing: absent, null, a text without characters, a list or an object without items. */
public final class EmptyValue {

    private EmptyValue() {}

    public static boolean is(JsonNode value) {
        // By class, texts first: most values are texts, and a virtual call for each costs more than the look.
        if (value instanceof TextNode text) {
            return text.textValue().isEmpty();
        }
        return value instanceof ContainerNode<?> container
                ? container.isEmpty()
                : value instanceof NullNode || value instanceof MissingNode;
    }
}
