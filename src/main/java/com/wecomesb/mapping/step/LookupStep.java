package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookup: {new: NEW, member: CONNECTED}}, or {@code lookup: stages} for a table of the file's {@code tables}. What the
 * table does not know is refused, unless the field says {@code else: keep} or {@code else: VALUE}.
 */
final class LookupStep extends ValueStep {

    private final LookupTable table;
    private final Map<String, JsonNode> values;
    private final boolean keep;
    private final @Nullable JsonNode otherwise;

    private LookupStep(LookupTable table, boolean keep, @Nullable JsonNode otherwise) {
        this.table = table;
        this.values = table.byKey();
        this.keep = keep;
        this.otherwise = otherwise;
    }

    static Step read(StepArgument argument) {
        Optional<YamlNode> otherwise = argument.context().otherwise();
        boolean keep = otherwise.filter(node -> node.text().equals("keep")).isPresent();
        return new LookupStep(
                table(argument), keep, otherwise.map(YamlNode::json).orElse(null));
    }

    private static LookupTable table(StepArgument argument) {
        Map<String, LookupTable> named = argument.context().tables();
        Optional<String> name = argument.plain().map(YamlNode::text);
        if (name.isEmpty()) {
            return argument.table();
        }
        if (!named.containsKey(name.get())) {
            argument.wrong("tables 里没有对照表“" + name.get() + "”"
                    + (named.isEmpty()
                            ? ",请先写 tables: {" + name.get() + ": {…}}"
                            : Suggestion.of(name.get(), named.keySet())));
        }
        return named.getOrDefault(name.get(), new LookupTable(List.of()));
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("查表的值要是文本、数字或真假值");
        }
        JsonNode found = values.get(ScalarText.of(value));
        if (found != null) {
            return found;
        }
        if (keep) {
            return value;
        }
        return otherwise == null ? refusal.because("值不在对照表里") : otherwise;
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        Set<Kind> made = outcomes().orElse(Set.of()).stream()
                .filter(value -> !value.isNull())
                .map(Kind::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        return keep || made.isEmpty() ? Kind.ALL : made;
    }

    @Override
    public Optional<Set<JsonNode>> outcomes() {
        if (keep) {
            return Optional.empty();
        }
        Set<JsonNode> outcomes = new HashSet<>(values.values());
        if (otherwise != null) {
            outcomes.add(otherwise);
        }
        return Optional.of(outcomes);
    }

    @Override
    public WayBack back() {
        return keep || otherwise != null
                ? WayBack.none()
                : table.reversed()
                        .map(turned -> WayBack.by("lookup", new LookupStep(turned, false, null)))
                        .orElseGet(WayBack::none);
    }
}
