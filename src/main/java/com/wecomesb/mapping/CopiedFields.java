package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.EmptyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of one object to fields of one object, as they are: both are looked up once for all of them. */
final class CopiedFields implements FieldPlan {

    private final PlainField[] fields;
    private final String[] names;
    private final String[] targets;
    private final int from;
    private final int to;

    private CopiedFields(List<PlainField> fields) {
        this.fields = fields.toArray(PlainField[]::new);
        this.names = fields.stream().map(PlainField::name).toArray(String[]::new);
        this.targets = fields.stream().map(PlainField::target).toArray(String[]::new);
        this.from = fields.get(0).from();
        this.to = fields.get(0).to();
    }

    /** The plans in their order, with neighbours that can be done together as one. */
    static List<FieldPlan> together(List<FieldPlan> plans) {
        List<FieldPlan> together = new ArrayList<>();
        List<PlainField> neighbours = new ArrayList<>();
        for (FieldPlan plan : plans) {
            PlainField plain = plan instanceof PlainField found ? found : null;
            boolean ends = plain == null
                    || (!neighbours.isEmpty() && !neighbours.get(0).isBeside(plain));
            if (ends && !neighbours.isEmpty()) {
                together.add(new CopiedFields(neighbours));
                neighbours.clear();
            }
            if (plain == null) {
                together.add(plan);
            } else {
                neighbours.add(plain);
            }
        }
        if (!neighbours.isEmpty()) {
            together.add(new CopiedFields(neighbours));
        }
        return List.copyOf(together);
    }

    @Override
    public void apply(Run run) {
        if (run.isTraced()) {
            for (PlainField field : fields) {
                field.apply(run);
            }
        } else if (run.place(from) instanceof ObjectNode source) {
            copy(source, run.targets());
        }
    }

    private void copy(ObjectNode source, Targets made) {
        @Nullable ObjectNode target = null;
        for (int index = 0; index < names.length; index++) {
            JsonNode value = source.get(names[index]);
            if (value != null && !EmptyValue.is(value)) {
                // Only now: an object without fields is not made.
                target = target == null ? made.object(to) : target;
                target.set(targets[index], Conversion.own(value));
            }
        }
    }
}
