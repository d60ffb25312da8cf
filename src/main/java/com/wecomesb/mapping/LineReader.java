package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.step.LookupTable;
import com.wecomesb.mapping.step.NamedStep;
import com.wecomesb.mapping.step.StepContext;
import com.wecomesb.mapping.step.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the lines of a table, and the lines of a block within it. */
final class LineReader {

    /** The keys of a line, but for its way back, which has the same. */
    static final List<String> WAY = List.of(
            "to",
            "from",
            "all",
            "value",
            "text",
            "jslt",
            "steps",
            "default",
            "required",
            "else",
            "empty",
            "when",
            "unless");

    private static final KnownKeys KEYS = new KnownKeys(
            "这一行", Stream.concat(WAY.stream(), Stream.of("reverse")).toList());

    private final ZoneId zone;
    private final Map<String, LookupTable> tables;
    private final boolean inBlock;
    private final Mistakes mistakes;
    private final ConditionReader conditions;
    private final OriginReader origins;

    LineReader(ZoneId zone, Map<String, LookupTable> tables, boolean inBlock, Mistakes mistakes) {
        this.zone = zone;
        this.tables = tables;
        this.inBlock = inBlock;
        this.mistakes = mistakes;
        this.conditions = new ConditionReader(inBlock, mistakes);
        this.origins = new OriginReader(inBlock, mistakes);
    }

    /** All lines that make sense; mistakes in the others are noted. */
    List<Line> read(List<YamlNode> nodes) {
        List<Line> lines = new ArrayList<>();
        nodes.forEach(node -> line(node).ifPresent(lines::add));
        return List.copyOf(lines);
    }

    private Optional<? extends Line> line(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "一行写成 {to: 目标, from: 来源}");
            return Optional.empty();
        }
        if (node.map().containsKey("each") || node.map().containsKey("group")) {
            return new BlockReader(inner(), conditions, inBlock, mistakes).read(node);
        }
        KEYS.check(node, mistakes);
        if (node.get("to").isEmpty()) {
            mistakes.add(node, "缺少 to(目标路径)");
        }
        return value(node, node.get("to").map(this::targets).orElse(List.of()), origins.read(node), steps(node));
    }

    private LineReader inner() {
        return new LineReader(zone, tables, true, mistakes);
    }

    /** A line of a value whose ends and steps are known; nothing when one is missing. */
    Optional<Line.OfValue> value(YamlNode node, List<Path> to, Optional<Origin> origin, List<NamedStep> steps) {
        boolean required = flag(node, "required");
        boolean clear = node.get("empty").isPresent();
        node.get("empty")
                .filter(word -> !word.text().equals("clear"))
                .ifPresent(word -> mistakes.add(word, "empty 只能是 clear:来源为空时清空目标;不写则目标不动"));
        if (clear && required) {
            mistakes.add(node, "required 和 empty: clear 互相矛盾");
        }
        JsonNode standIn = node.get("default").map(YamlNode::json).orElse(null);
        Condition condition = conditions.read(node.get("when"), node.get("unless"));
        if (to.isEmpty() || origin.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Line.OfValue(
                node, to, origin.get(), steps, standIn, required, clear, condition, node.get("reverse")));
    }

    Optional<Origin> origin(YamlNode node) {
        return origins.read(node);
    }

    List<Path> targets(YamlNode node) {
        List<Path> targets = new ArrayList<>();
        node.items().forEach(item -> Path.ofTarget(item, mistakes).ifPresent(targets::add));
        return targets.size() == node.items().size() ? List.copyOf(targets) : List.of();
    }

    List<NamedStep> steps(YamlNode line) {
        Optional<YamlNode> otherwise = line.get("else");
        List<NamedStep> steps = new ArrayList<>();
        for (YamlNode item : line.get("steps").map(YamlNode::items).orElse(List.of())) {
            Steps.read(item, new StepContext(zone, tables, otherwise), mistakes).ifPresent(steps::add);
        }
        if (otherwise.isPresent()
                && steps.stream().noneMatch(step -> step.name().equals("lookup"))) {
            mistakes.add(otherwise.get(), "else 只用于有 lookup 步骤的一行");
        }
        if (line.map().containsKey("value") && line.get("steps").isPresent()) {
            mistakes.add(line, "常量(value)不需要 steps,请直接写结果");
        }
        return List.copyOf(steps);
    }

    private boolean flag(YamlNode line, String key) {
        Optional<YamlNode> node = line.get(key);
        if (node.isPresent() && !List.of("true", "false").contains(node.get().text())) {
            mistakes.add(node.get(), key + " 只能是 true 或 false");
        }
        return node.filter(value -> value.text().equals("true")).isPresent();
    }
}
