package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Action specs as JSON, all but their place in the file: what follows on a look-up or after a delay is stored with the
 * action until then.
 */
public final class ActionSpecJson {

    private static final List<String> BRANCHES = List.of("found", "missing", "failed", ActionSpec.THEN);

    private ActionSpecJson() {}

    /** Specs as they are stored. */
    public static JsonNode of(List<ActionSpec> specs) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        specs.forEach(spec -> array.add(of(spec)));
        return array;
    }

    /** One spec as it is stored, with its branches. */
    public static ObjectNode of(ActionSpec spec) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", spec.kind());
        node.put("do", spec.verb());
        node.put("system", spec.system());
        node.set("parameters", spec.parameters());
        node.put("as", spec.as());
        node.put("wait", spec.deadline() == null ? null : spec.deadline().toString());
        spec.branches().forEach((name, following) -> node.set(name, of(following)));
        return node;
    }

    /** The specs that were stored. */
    public static List<ActionSpec> read(JsonNode array) {
        List<ActionSpec> specs = new ArrayList<>();
        for (JsonNode node : array) {
            String wait = text(node, "wait");
            specs.add(new ActionSpec(
                    node.path("kind").asText(),
                    text(node, "do"),
                    text(node, "system"),
                    node.path("parameters"),
                    text(node, "as"),
                    wait == null ? null : Duration.parse(wait),
                    branches(node),
                    Position.UNKNOWN));
        }
        return specs;
    }

    private static Map<String, List<ActionSpec>> branches(JsonNode node) {
        Map<String, List<ActionSpec>> branches = new LinkedHashMap<>();
        BRANCHES.forEach(name -> branches.put(name, read(node.path(name))));
        return branches;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
