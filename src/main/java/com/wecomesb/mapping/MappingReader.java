package com.wecomesb.mapping;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.shape.Shape;
import com.wecomesb.mapping.shape.Shapes;
import com.wecomesb.mapping.step.Csv;
import com.wecomesb.mapping.step.LookupTable;
import com.wecomesb.mapping.step.TableReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one mapping file; every mistake in it is noted, not only the first. */
final class MappingReader {

    private static final KnownKeys KEYS = KnownKeys.of(
            "映射文件", "mapping", "description", "source", "target", "reverse", "tables", "fields", "examples");
    private static final String BETWEEN = "-to-";

    private final ZoneId zone;
    private final Map<String, Csv> csv;
    private final Shapes shapes;
    private final Mistakes mistakes;

    /** @param csv the CSV files beside the mappings, by name */
    MappingReader(ZoneId zone, Map<String, Csv> csv, Shapes shapes, Mistakes mistakes) {
        this.zone = zone;
        this.csv = csv;
        this.shapes = shapes;
        this.mistakes = mistakes;
    }

    /** The mapping, and with {@code reverse} the one the other way; nothing when the file has a mistake. */
    List<Mapping> read(YamlNode file) {
        int before = mistakes.list().size();
        KEYS.check(file, mistakes);
        String name = name(file);
        Optional<String> back = file.get("reverse").flatMap(node -> backName(node, name));
        Optional<String> source = shape(file, "source", end(name, 0));
        Optional<String> target = shape(file, "target", end(name, 1));
        Map<String, LookupTable> tables =
                file.get("tables").map(new TableReader(csv, mistakes)::read).orElse(Map.of());
        List<YamlNode> nodes = file.get("fields").map(YamlNode::items).orElse(List.of());
        if (nodes.isEmpty()) {
            mistakes.add(file, "缺少 fields(字段表)");
        }
        LineReader reader = new LineReader(zone, tables, false, mistakes);
        List<Line> lines = reader.read(nodes);
        List<Mapping> made = new ArrayList<>();
        made.add(mapping(name, "", lines, source, target));
        if (back.isPresent() && mistakes.list().size() == before) {
            made.add(mapping(back.get(), "反向:", new Reverser(reader, mistakes).turn(lines), target, source));
        }
        if (mistakes.list().size() == before) {
            Examples examples = new Examples(made, shapes, source, target, mistakes);
            file.get("examples").map(YamlNode::items).orElse(List.of()).forEach(examples::check);
        }
        return mistakes.list().size() > before ? List.of() : made;
    }

    private Mapping mapping(
            String name, String note, List<Line> lines, Optional<String> source, Optional<String> target) {
        Table table = LineCompiler.compile(name, note, lines, mistakes);
        Optional<Shape> from = source.flatMap(shapes::find);
        new ShapeCheck(note, mistakes)
                .check(
                        lines,
                        from.orElse(Shape.UNKNOWN),
                        target.flatMap(shapes::find).orElse(Shape.UNKNOWN));
        return new Mapping(name, table, new Unread(ReadPaths.of(lines), from), Ways.of(lines));
    }

    private String name(YamlNode file) {
        Optional<YamlNode> name = file.get("mapping").filter(YamlNode::isText);
        if (name.isEmpty()) {
            mistakes.add(file, "缺少 mapping(映射的名字)");
            return "";
        }
        String fileName = file.file().substring(file.file().lastIndexOf('/') + 1);
        if (!fileName.equals(name.get().text() + ".yaml")) {
            mistakes.add(name.get(), "映射的名字要和文件名一样:" + fileName.replace(".yaml", ""));
        }
        return name.get().text();
    }

    /** {@code reverse: true} swaps the ends of the name, anything else is the name of the way back. */
    private Optional<String> backName(YamlNode node, String name) {
        if (node.text().equals("false")) {
            return Optional.empty();
        }
        if (!node.text().equals("true")) {
            return Optional.of(node.text());
        }
        if (end(name, 0).isEmpty() || end(name, 1).isEmpty()) {
            mistakes.add(node, "名字不是“甲-to-乙”,请写反向映射的名字,例如 reverse: crm-to-contact");
            return Optional.empty();
        }
        return Optional.of(end(name, 1) + BETWEEN + end(name, 0));
    }

    /** What stands before or behind {@code -to-}; empty when the name has none. */
    private static String end(String name, int which) {
        String[] ends = name.split(BETWEEN, 2);
        return ends.length == 2 ? ends[which] : "";
    }

    /** The schema that the file names, else the canonical document of the mapping's name, if there is one. */
    private Optional<String> shape(YamlNode file, String key, String standIn) {
        Optional<YamlNode> named = file.get(key);
        if (named.isEmpty()) {
            return Optional.of(standIn).filter(name -> shapes.names().contains(name));
        }
        String name = named.get().text();
        if (!shapes.names().contains(name)) {
            mistakes.add(named.get(), "没有 schemas/" + name + ".schema.json" + Suggestion.of(name, shapes.names()));
            return Optional.empty();
        }
        return Optional.of(name);
    }
}
