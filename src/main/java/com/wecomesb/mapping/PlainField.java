package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of an object to a field of an object, as it is: the commonest line. Those that follow each other between the same
 * objects are done together, see {@link CopiedFields}.
 *
 * @param from the place of the source's object; {@code to} likewise
 */
record PlainField(Conversion conversion, int from, String name, int to, String target) implements FieldPlan {

    boolean isBeside(PlainField other) {
        return from == other.from && to == other.to;
    }

    /** The whole way of a value, with its trace. */
    @Override
    public void apply(Run run) {
        JsonNode source = run.place(from);
        JsonNode value = conversion.convert(source == null ? null : source.get(name), run);
        if (value != null) {
            run.targets().object(to).set(target, value);
        }
    }
}
