package com.wecomesb.rule;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.condition.Conditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rule files, {@code docs/schema/rules.schema.json}; collects every mistake. */
final class RuleReader {

    private static final Set<String> FILE_KEYS = Set.of("event", "vocabularies", "rules");
    private static final Set<String> RULE_KEYS =
            Set.of("id", "description", "priority", "also", "event", "when", "unless", "then", "examples");

    private final Mistakes mistakes;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    RuleReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Example> examples() {
        return examples;
    }

    void read(YamlNode file) {
        known(file, FILE_KEYS, "规则文件");
        Map<String, List<String>> vocabularies = new LinkedHashMap<>();
        file.get("vocabularies")
                .ifPresent(node -> node.map()
                        .forEach((name, words) -> vocabularies.put(
                                name, words.items().stream().map(YamlNode::text).toList())));
        Conditions conditions = new Conditions(vocabularies, mistakes);
        List<String> events = events(file, List.of("wecom.message.received"));
        List<YamlNode> items = file.get("rules").map(YamlNode::items).orElse(List.of());
        if (items.isEmpty()) {
            mistakes.add(file, "规则文件里没有 rules");
        }
        items.forEach(item -> rule(item, events, conditions));
    }

    private void rule(YamlNode node, List<String> events, Conditions conditions) {
        known(node, RULE_KEYS, "规则");
        String id = node.get("id").map(YamlNode::text).orElse("");
        if (!id.matches("[A-Za-z0-9_.\\-\\p{IsHan}]{1,80}")) {
            mistakes.add(node, "规则要有 id(字母、数字、-、_)");
        }
        String place = node.file() + ":" + node.line();
        String before = places.putIfAbsent(id, place);
        if (before != null) {
            mistakes.add(node, "规则 id“" + id + "”已经在 " + before + " 用过");
        }
        List<ActionSpec> then = new ActionReader(mistakes).read(node, "then");
        if (then.isEmpty()) {
            mistakes.add(node, "规则“" + id + "”没有 then,什么也不会做");
        }
        rules.add(new Rule(
                id,
                node.file(),
                node.line(),
                node.get("description").map(YamlNode::text).orElse(""),
                priority(node),
                node.get("also").map(YamlNode::text).orElse("").equals("true"),
                new EventTypes(events(node, events)),
                conditions.read(node.get("when"), node.get("unless")),
                then));
        node.get("examples").map(YamlNode::items).orElse(List.of()).forEach(example -> example(id, example));
    }

    private void example(String rule, YamlNode node) {
        String text = node.isMap() ? node.get("text").map(YamlNode::text).orElse("") : node.text();
        String expect = node.get("expect").map(YamlNode::text).orElse(rule);
        examples.add(new Example(node, text, expect, rule));
    }

    private int priority(YamlNode node) {
        String written = node.get("priority").map(YamlNode::text).orElse("0");
        if (!written.matches("-?[0-9]{1,6}")) {
            mistakes.add(node.get("priority").orElse(node), "priority 要写整数");
            return 0;
        }
        return Integer.parseInt(written);
    }

    private static List<String> events(YamlNode node, List<String> otherwise) {
        return node.get("event")
                .map(value -> value.items().stream().map(YamlNode::text).toList())
                .orElse(otherwise);
    }

    private void known(YamlNode node, Set<String> names, String what) {
        for (YamlNode key : node.keys()) {
            if (!names.contains(key.text())) {
                mistakes.add(
                        key,
                        what + "里没有“" + key.text() + "”,可用:"
                                + String.join("、", names.stream().sorted().toList()));
            }
        }
    }
}
