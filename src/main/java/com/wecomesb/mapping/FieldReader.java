package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.step.NamedStep;
import com.wecomesb.mapping.step.StepContext;
import com.wecomesb.mapping.step.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the lines of one table. */
final class FieldReader {

    private static final List<String> KEYS =
            List.of("to", "from", "value", "text", "steps", "default", "required", "else", "empty");
    static final List<String> CONTEXT_NAMES = List.of("conversation", "channel", "staff", "corp");

    private final String mapping;
    private final ZoneId zone;
    private final Mistakes mistakes;
    private final SlotTree sources = new SlotTree(2);
    private final TargetTree targets = new TargetTree();

    FieldReader(String mapping, ZoneId zone, Mistakes mistakes) {
        this.mapping = mapping;
        this.zone = zone;
        this.mistakes = mistakes;
    }

    SlotTree sources() {
        return sources;
    }

    TargetTree targets() {
        return targets;
    }

    Optional<FieldPlan> read(YamlNode line) {
        if (!line.isMap()) {
            mistakes.add(line, "一行写成 {to: 目标, from: 来源}");
            return Optional.empty();
        }
        for (YamlNode key : line.keys()) {
            if (!KEYS.contains(key.text())) {
                mistakes.add(key, "没有“" + key.text() + "”这一项,可用:" + String.join("、", KEYS));
            }
        }
        Optional<Path> to = line.get("to").flatMap(node -> Path.ofTarget(node, mistakes));
        if (line.get("to").isEmpty()) {
            mistakes.add(line, "缺少 to(目标路径)");
        }
        if (Stream.of("from", "value", "text").filter(line.map()::containsKey).count() != 1) {
            mistakes.add(line, "from(来源路径)、value(常量)、text(文本模板)三者必须且只能有一个");
            return Optional.empty();
        }
        to.ifPresent(path -> targets.claim(path, line.get("to").orElse(line), mistakes));
        Optional<Path> from = line.get("from").flatMap(node -> Path.ofSource(node, mistakes));
        from.ifPresent(path -> checkContext(path, line.get("from").orElse(line)));
        String target = to.map(Path::text).orElse("");
        Conversion conversion = conversion(line, target, from.map(Path::text).orElse(null));
        if (to.isEmpty()) {
            return Optional.empty();
        }
        if (line.map().containsKey("from")) {
            return from.flatMap(path -> fromPath(line, path, to.get(), conversion));
        }
        return source(line).flatMap(source -> single(line, source, to.get(), conversion));
    }

    private Conversion conversion(YamlNode line, String to, @Nullable String from) {
        List<NamedStep> steps = steps(line);
        boolean required = flag(line, "required");
        boolean clear = line.get("empty").isPresent();
        line.get("empty")
                .filter(node -> !node.text().equals("clear"))
                .ifPresent(node -> mistakes.add(node, "empty 只能是 clear:来源为空时清空目标;不写则目标不动"));
        if (clear && required) {
            mistakes.add(line, "required 和 empty: clear 互相矛盾");
        }
        JsonNode standIn = line.get("default").map(YamlNode::json).orElse(null);
        return new Conversion(mapping, to, from, steps, standIn, required, clear);
    }

    private List<NamedStep> steps(YamlNode line) {
        Optional<YamlNode> otherwise = line.get("else");
        List<NamedStep> steps = new ArrayList<>();
        for (YamlNode item : line.get("steps").map(YamlNode::items).orElse(List.of())) {
            Steps.read(item, new StepContext(zone, otherwise), mistakes).ifPresent(steps::add);
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

    private void checkContext(Path path, YamlNode where) {
        boolean known = path.segments().get(0) instanceof Segment.Key key && CONTEXT_NAMES.contains(key.name());
        if (path.ofContext() && !known) {
            mistakes.add(where, "没有上下文变量 " + path + ",可用:$" + String.join("、$", CONTEXT_NAMES));
        }
    }

    private Optional<ValueSource> source(YamlNode line) {
        Optional<YamlNode> text = line.get("text");
        if (text.isEmpty()) {
            return line.get("value").map(node -> ValueSource.constant(node.json()));
        }
        try {
            return Optional.of(TextTemplate.parse(text.get().text()));
        } catch (IllegalArgumentException exception) {
            mistakes.add(text.get(), "文本模板有误:" + exception.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FieldPlan> single(YamlNode line, ValueSource source, Path to, Conversion conversion) {
        if (to.hasEach()) {
            mistakes.add(line, "目标 " + to + " 有 [],来源也要有");
            return Optional.empty();
        }
        List<Segment> segments = to.segments();
        Segment last = segments.get(segments.size() - 1);
        return Optional.of(new SingleField(source, conversion, targets.container(segments), last));
    }

    private Optional<FieldPlan> fromPath(YamlNode line, Path from, Path to, Conversion conversion) {
        if (!from.hasEach()) {
            return single(line, ValueSource.place(place(from, from.segments())), to, conversion);
        }
        int sourceList = place(from, beforeEach(from));
        List<Segment[]> sourceParts = from.parts().subList(1, from.parts().size());
        if (!to.hasEach()) {
            return single(line, ValueSource.collect(sourceList, sourceParts), to, conversion);
        }
        if (from.eachCount() != to.eachCount()) {
            mistakes.add(line, "来源和目标的 [] 要一样多,或者目标没有 []");
            return Optional.empty();
        }
        int targetList = targets.place(beforeEach(to));
        List<Segment[]> targetParts = to.parts().subList(1, to.parts().size());
        return Optional.of(new EachField(conversion, sourceList, sourceParts, targetList, targetParts));
    }

    private int place(Path path, List<Segment> segments) {
        return sources.slot(path.ofContext() ? Mapping.CONTEXT : Mapping.SOURCE, segments);
    }

    private static List<Segment> beforeEach(Path path) {
        return path.segments().subList(0, path.segments().indexOf(Segment.EACH));
    }
}
