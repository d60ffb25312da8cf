package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Set;

/** {@code split: ","}: a list of the parts of a text, without empty ones; the separator is meant literally. */
final class SplitStep implements Step {

    private final String separator;

    private SplitStep(String separator) {
        this.separator = separator;
    }

    static Step read(StepArgument argument) {
        String separator = argument.text("\",\"");
        if (argument.plain().isPresent() && separator.isEmpty()) {
            argument.wrong("步骤 split 的分隔符不能为空");
        }
        return new SplitStep(separator.isEmpty() ? "," : separator);
    }

    @Override
    public JsonNode apply(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("只有文本可以拆分");
        }
        String text = ScalarText.of(value);
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        int start = 0;
        while (start <= text.length()) {
            int next = text.indexOf(separator, start);
            int end = next < 0 ? text.length() : next;
            if (end > start) {
                parts.add(text.substring(start, end));
            }
            start = end + separator.length();
        }
        return parts;
    }

    @Override
    public Set<Kind> takes() {
        return Kind.SCALARS;
    }

    @Override
    public Set<Kind> gives(Set<Kind> kinds) {
        return EnumSet.of(Kind.LIST);
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[{join: \"" + separator + "\"}]");
    }
}
