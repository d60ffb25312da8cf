package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import java.util.List;

/** The items of one value to several places, by their order: the parts of a name, for example. */
record SpreadField(ValueSource source, Conversion conversion, List<Place> places) implements FieldPlan {

    /** Where one item goes. */
    record Place(int container, Segment last) {}

    @Override
    public void apply(Run run) {
        JsonNode values = conversion.convert(source.read(run), run);
        if (values == null) {
            return;
        }
        if (!values.isArray() && !values.isNull()) {
            conversion.violation(values, "应为列表,才能分到几个目标", run);
            return;
        }
        for (int index = 0; index < places.size(); index++) {
            JsonNode value = values.isNull() ? values : values.get(index);
            if (value != null && (values.isNull() || !EmptyValue.is(value))) {
                Place place = places.get(index);
                place.last().put(run.targets().container(place.container()), value);
            }
        }
    }
}
