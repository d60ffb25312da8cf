package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.shape.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Checks a file's mappings against its examples, and these against the schemas of both ends. */
final class Examples {

    private static final List<String> KEYS = List.of("in", "context", "out", "back");

    private final List<Mapping> mappings;
    private final Shapes shapes;
    private final Optional<String> source;
    private final Optional<String> target;
    private final Mistakes mistakes;

    /** @param mappings the way there and, if there is one, the way back */
    Examples(
            List<Mapping> mappings,
            Shapes shapes,
            Optional<String> source,
            Optional<String> target,
            Mistakes mistakes) {
        this.mappings = mappings;
        this.shapes = shapes;
        this.source = source;
        this.target = target;
        this.mistakes = mistakes;
    }

    void check(YamlNode example) {
        Optional<YamlNode> in = example.get("in");
        Optional<YamlNode> out = example.get("out");
        boolean unknownKey = example.keys().stream().anyMatch(key -> !KEYS.contains(key.text()));
        if (in.isEmpty() || out.isEmpty() || unknownKey) {
            mistakes.add(example, "一个例子写成 {in: {…}, out: {…}},需要时加 context: {…} 和 back: {…}(反向的结果)");
            return;
        }
        JsonNode context = example.get("context").map(YamlNode::json).orElse(JsonNodeFactory.instance.objectNode());
        shaped(source, in.get());
        shaped(target, out.get());
        compare(mappings.get(0), in.get(), context, out.get());
        Optional<YamlNode> back = example.get("back");
        if (back.isPresent() && mappings.size() < 2) {
            mistakes.add(back.get(), "back 是反向的结果,要有 reverse: true");
        } else {
            back.ifPresent(expected -> compare(mappings.get(1), out.get(), context, expected));
        }
    }

    private void shaped(Optional<String> schema, YamlNode document) {
        schema.ifPresent(name -> shapes.against(name, document.json())
                .forEach(message -> mistakes.add(document, "例子不符合 schemas/" + name + ".schema.json:" + message)));
    }

    private void compare(Mapping mapping, YamlNode from, JsonNode context, YamlNode expected) {
        MappingResult result = mapping.apply(from.json(), context);
        for (Violation violation : result.violations()) {
            mistakes.add(from, "例子不符合映射:" + violation.sentence());
        }
        if (result.isClean()) {
            compare("", expected.json(), result.result(), expected);
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
