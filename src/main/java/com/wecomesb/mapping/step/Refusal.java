package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Where a step says which rule a value broke; one serves a whole document. Not thread-safe. */
public final class Refusal {

    private @Nullable String rule;

    /** Notes the rule, without the value, and gives the node that the step answers. */
    public JsonNode because(String brokenRule) {
        rule = brokenRule;
        return MissingNode.getInstance();
    }

    public boolean isRaised() {
        return rule != null;
    }

    /** The broken rule, once: the next value starts without it. */
    public String take() {
        String taken = rule == null ? "" : rule;
        rule = null;
        return taken;
    }
}
