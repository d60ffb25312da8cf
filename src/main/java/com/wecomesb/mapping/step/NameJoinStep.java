package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code name-join}: one name of a list of family name and given name, as {@code all: [lastname, firstname]} reads it; Chinese
 * names are written together, family name first, others apart, given name first.
 */
final class NameJoinStep implements Step {

    static Step read(StepArgument argument) {
        argument.none();
        return new NameJoinStep();
    }

    @Override
    public JsonNode apply(JsonNode value, Refusal refusal) {
        if (!value.isArray()) {
            return value.isObject() ? refusal.because("姓名要是文本") : TextNode.valueOf(ScalarText.of(value));
        }
        if (value.path(0).isContainerNode() || value.path(1).isContainerNode()) {
            return refusal.because("姓和名要是文本");
        }
        String joined = new PersonName(part(value.path(0)), part(value.path(1))).joined();
        return joined.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(joined);
    }

    private static String part(JsonNode part) {
        return part.isNull() ? "" : ScalarText.of(part).strip();
    }

    @Override
    public Set<Kind> takes() {
        return Kind.SCALARS_AND_LISTS;
    }

    @Override
    public Set<Kind> gives(Set<Kind> kinds) {
        return EnumSet.of(Kind.TEXT);
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[name-split]");
    }
}
