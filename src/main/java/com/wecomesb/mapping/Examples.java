package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Checks a mapping against the examples of its own file. */
final class Examples {

    private static final List<String> KEYS = List.of("in", "context", "out");

    private final Mapping mapping;
    private final Mistakes mistakes;

    Examples(Mapping mapping, Mistakes mistakes) {
        this.mapping = mapping;
        this.mistakes = mistakes;
    }

    void check(YamlNode example) {
        Optional<YamlNode> in = example.get("in");
        Optional<YamlNode> out = example.get("out");
        boolean unknownKey = example.keys().stream().anyMatch(key -> !KEYS.contains(key.text()));
        if (in.isEmpty() || out.isEmpty() || unknownKey) {
            mistakes.add(example, "一个例子写成 {in: {…}, out: {…}},需要时加 context: {…}");
            return;
        }
        JsonNode context = example.get("context").map(YamlNode::json).orElse(JsonNodeFactory.instance.objectNode());
        MappingResult result = mapping.apply(in.get().json(), context);
        for (Violation violation : result.violations()) {
            mistakes.add(in.get(), "例子不符合映射:" + violation.sentence());
        }
        if (result.isClean()) {
            compare("", out.get().json(), result.result(), out.get());
        }
    }

    private void compare(String path, JsonNode expected, JsonNode actual, YamlNode where) {
        if (expected.isObject() && actual.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name ->
                    compare(path + (path.isEmpty() ? "" : ".") + name, expected.path(name), actual.path(name), where));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int index = 0; index < expected.size(); index++) {
                compare(path + "[" + index + "]", expected.get(index), actual.get(index), where);
            }
        } else if (!isSame(expected, actual)) {
            mistakes.add(where, "例子的结果不同," + path + ":期望 " + shown(expected) + ",得到 " + shown(actual));
        }
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "没有" : node.toString();
    }
}
