package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code join: "、"}: one text of the items of a list; a single value stays what it is. */
final class JoinStep implements Step {

    private final String separator;

    private JoinStep(String separator) {
        this.separator = separator;
    }

    static Step read(StepArgument argument) {
        return new JoinStep(argument.text("\"、\""));
    }

    @Override
    public JsonNode apply(JsonNode value, Refusal refusal) {
        if (!value.isArray()) {
            return value;
        }
        List<String> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (item.isContainerNode()) {
                return refusal.because("join 的每一项要是文本、数字或真假值");
            }
            if (!item.isNull()) {
                items.add(ScalarText.of(item));
            }
        }
        return TextNode.valueOf(String.join(separator, items));
    }

    @Override
    public Set<Kind> gives(Set<Kind> kinds) {
        Set<Kind> given = EnumSet.copyOf(kinds);
        if (given.remove(Kind.LIST)) {
            given.add(Kind.TEXT);
        }
        return given;
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[{split: \"" + separator + "\"}]");
    }
}
