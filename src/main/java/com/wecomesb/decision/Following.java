package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.ActionSpecJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows on an action's outcome, as it is stored with the action until then. */
final class Following {

    private Following() {}

    /** Null when nothing follows. */
    static @Nullable JsonNode of(ActionSpec spec, Scene scene) {
        if (spec.branches().isEmpty()) {
            return null;
        }
        ObjectNode stored = scene.background().toJson();
        stored.put("as", spec.as() == null ? "result" : spec.as());
        if (scene.unless() != null) {
            stored.put("unless", scene.unless());
        }
        spec.branches().forEach((name, specs) -> stored.set(name, ActionSpecJson.of(specs)));
        return stored;
    }

    /** The name of the branch that an outcome takes. */
    static String branch(Action action, JsonNode outcome) {
        if (action.kind() == ActionKind.SCHEDULE) {
            return ActionSpec.THEN;
        }
        if (!outcome.path("state").asText().equals("done")) {
            return "failed";
        }
        JsonNode result = outcome.path("result");
        return result.isObject() && result.path("found").asBoolean(true) ? "found" : "missing";
    }

    static List<ActionSpec> specs(JsonNode stored, String branch) {
        return ActionSpecJson.read(stored.path(branch));
    }

    /** What makes messages to the customer pointless, when a delay has led to the look-up. */
    static @Nullable String unless(JsonNode stored) {
        return stored.path("unless").isTextual() ? stored.path("unless").asText() : null;
    }
}
