package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.path.Segment;

/** One value to one place. */
record SingleField(ValueSource source, Conversion conversion, int container, Segment last) implements FieldPlan {

    @Override
    public void apply(Run run) {
        JsonNode value = conversion.convert(source.read(run), run);
        if (value != null) {
            last.put(run.targets().container(container), value);
        }
    }
}
