package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.step.Kind;
import com.wecomesb.mapping.step.NamedStep;
import com.wecomesb.mapping.step.Refusal;
import com.wecomesb.mapping.step.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one field's value between source and target. Immutable and thread-safe. */
final class Conversion {

    private static final String EMPTY = "来源为空";

    private final String mapping;
    private final String to;
    private final @Nullable String from;
    private final Step[] steps;
    private final String[] names;
    private final @Nullable JsonNode standIn;
    private final boolean required;
    private final boolean clear;

    /**
     * One line of the table without its places.
     *
     * @param from the source path for people; null for a constant or a text
     * @param standIn the {@code default}: for a missing or empty value only
     * @param clear {@code empty: clear}: an empty source empties the target too
     */
    Conversion(
            String mapping,
            String to,
            @Nullable String from,
            List<NamedStep> steps,
            @Nullable JsonNode standIn,
            boolean required,
            boolean clear) {
        this.mapping = mapping;
        this.to = to;
        this.from = from;
        this.steps = steps.stream().map(NamedStep::step).toArray(Step[]::new);
        this.names = steps.stream().map(NamedStep::name).toArray(String[]::new);
        this.standIn = standIn;
        this.required = required;
        this.clear = clear;
    }

    /** Whether a value only passes, however it looks. */
    boolean isPlain() {
        return steps.length == 0 && standIn == null && !required && !clear;
    }

    /** The value to write, or null when the target is to be left alone; a violation is noted in the run. */
    @Nullable
    JsonNode convert(@Nullable JsonNode input, Run run) {
        JsonNode value = input == null || EmptyValue.is(input) ? null : input;
        for (int index = 0; value != null && index < steps.length; index++) {
            JsonNode changed = steps[index].apply(value, run.refusal());
            if (!EmptyValue.is(changed)) {
                value = changed;
                continue;
            }
            // What a step refuses it answers with a missing value: only here is there anything to ask.
            if (run.refusal().isRaised()) {
                refuse(input, names[index], value, run);
                return null;
            }
            value = null;
        }
        JsonNode output = value == null ? insteadOfNothing(run) : own(value);
        if (run.isTraced()) {
            run.trace(new MappingTrace.Field(to, from, input, traced(input), output, note(input, value, output, run)));
        }
        return output;
    }

    private @Nullable JsonNode insteadOfNothing(Run run) {
        if (standIn != null) {
            return own(standIn);
        }
        if (required) {
            run.violation(new Violation(mapping, to, from, null, "空", "必填"));
        }
        return clear ? NullNode.getInstance() : null;
    }

    private void refuse(@Nullable JsonNode input, String step, JsonNode value, Run run) {
        String rule = run.refusal().take();
        run.violation(new Violation(mapping, to, from, step, Kind.wordOf(value), rule));
        if (run.isTraced()) {
            run.trace(new MappingTrace.Field(to, from, input, traced(input), null, "步骤 " + step + ":" + rule));
        }
    }

    /** What cannot be mapped at all, because the path leads to another kind of value. */
    void violation(JsonNode value, String rule, Run run) {
        run.violation(new Violation(mapping, to, from, null, Kind.wordOf(value), rule));
    }

    /** Runs the steps once more, for people: the plan itself stays free of it. */
    private List<MappingTrace.Step> traced(@Nullable JsonNode input) {
        List<MappingTrace.Step> taken = new ArrayList<>();
        Refusal refusal = new Refusal();
        JsonNode value = input;
        for (int index = 0; index < steps.length; index++) {
            if (value == null || EmptyValue.is(value)) {
                break;
            }
            value = steps[index].apply(value, refusal);
            taken.add(new MappingTrace.Step(names[index], refusal.isRaised() ? null : value));
            if (refusal.isRaised()) {
                break;
            }
        }
        return taken;
    }

    private @Nullable String note(
            @Nullable JsonNode input, @Nullable JsonNode value, @Nullable JsonNode output, Run run) {
        if (value != null) {
            return null;
        }
        // Only what fails is missing: what finds nothing is null.
        String why = input instanceof MissingNode ? run.findings().takeFailure().orElse(EMPTY) : EMPTY;
        if (output == null) {
            return required ? "必填,但" + why : why + ",目标不动";
        }
        return why + (output.isNull() ? ",目标清空" : ",取默认值");
    }

    /** Lists and objects are copied: whoever changes the result must not change the source or the table. */
    static JsonNode own(JsonNode value) {
        return value instanceof ContainerNode<?> ? value.deepCopy() : value;
    }
}
