package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookup: {new: NEW, member: CONNECTED}}: the value of a table. What the table does not know is refused, unless
 * the field says {@code else: keep} or {@code else: VALUE}.
 */
final class LookupStep extends ValueStep {

    private final Map<String, JsonNode> table;
    private final boolean keep;
    private final @Nullable JsonNode otherwise;

    private LookupStep(Map<String, JsonNode> table, boolean keep, @Nullable JsonNode otherwise) {
        this.table = table;
        this.keep = keep;
        this.otherwise = otherwise;
    }

    static Step read(StepArgument argument) {
        Map<String, JsonNode> table = new HashMap<>();
        argument.table().forEach((key, value) -> table.put(key, value.json()));
        Optional<YamlNode> otherwise = argument.context().otherwise();
        boolean keep = otherwise.filter(node -> node.text().equals("keep")).isPresent();
        return new LookupStep(
                Map.copyOf(table), keep, otherwise.map(YamlNode::json).orElse(null));
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("查表的值要是文本、数字或真假值");
        }
        JsonNode found = table.get(ScalarText.of(value));
        if (found != null) {
            return found;
        }
        if (keep) {
            return value;
        }
        return otherwise == null ? refusal.because("值不在对照表里") : otherwise;
    }
}
