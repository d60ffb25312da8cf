package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code name-split}: a list of family name and given name, for {@code to: [lastname, firstname]}; a name of one part is a
 * family name, so that the field which systems require has a value.
 */
final class NameSplitStep implements Step {

    static Step read(StepArgument argument) {
        argument.none();
        return new NameSplitStep();
    }

    @Override
    public JsonNode apply(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("姓名要是文本");
        }
        PersonName name = PersonName.of(ScalarText.of(value));
        return JsonNodeFactory.instance.arrayNode(2).add(name.family()).add(name.given());
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
        return WayBack.nearly("[name-join]");
    }
}
