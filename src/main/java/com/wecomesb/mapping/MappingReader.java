package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one mapping file; every mistake in it is noted, not only the first. */
final class MappingReader {

    private static final List<String> KEYS = List.of("mapping", "description", "fields", "examples");

    private final ZoneId zone;
    private final Mistakes mistakes;

    MappingReader(ZoneId zone, Mistakes mistakes) {
        this.zone = zone;
        this.mistakes = mistakes;
    }

    /** Nothing when the file has a mistake. */
    Optional<Mapping> read(YamlNode file) {
        int before = mistakes.list().size();
        for (YamlNode key : file.keys()) {
            if (!KEYS.contains(key.text())) {
                mistakes.add(key, "没有“" + key.text() + "”这一项,可用:" + String.join("、", KEYS));
            }
        }
        String name = name(file);
        FieldReader reader = new FieldReader(name, zone, mistakes);
        List<FieldPlan> fields = new ArrayList<>();
        List<YamlNode> lines = file.get("fields").map(YamlNode::items).orElse(List.of());
        if (lines.isEmpty()) {
            mistakes.add(file, "缺少 fields(字段表)");
        }
        lines.forEach(line -> reader.read(line).ifPresent(fields::add));
        if (mistakes.list().size() > before) {
            return Optional.empty();
        }
        Mapping mapping = new Mapping(name, fields, reader.sources(), reader.targets());
        Examples examples = new Examples(mapping, mistakes);
        file.get("examples").map(YamlNode::items).orElse(List.of()).forEach(examples::check);
        return mistakes.list().size() > before ? Optional.empty() : Optional.of(mapping);
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
}
