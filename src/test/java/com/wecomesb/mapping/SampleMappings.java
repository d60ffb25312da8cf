package com.wecomesb.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Mapping files as tests write them. */
final class SampleMappings {

    static final JsonNode NO_CONTEXT = JsonNodeFactory.instance.objectNode();

    private SampleMappings() {}

    /** A mapping named {@code sample} with these lines as its table. */
    static Mapping table(String... lines) {
        return mapping("sample", "mapping: sample\nfields:\n  - " + String.join("\n  - ", lines));
    }

    static Mapping mapping(String name, String text) {
        return set(name, text).find(name).orElseThrow();
    }

    /** What one file makes. */
    static MappingSet set(String name, String text) {
        Mistakes mistakes = new Mistakes();
        MappingSet set = MappingSet.read(List.of(file(name, text)), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return set;
    }

    /** A line makes this of a source and finds nothing wrong. */
    static void assertMaps(String line, String source, String expected) {
        MappingResult result = table(line).apply(json(source), NO_CONTEXT);
        assertThat(result.violations()).isEmpty();
        assertThat(result.result()).hasToString(json(expected).toString());
    }

    static List<String> mistakes(String... lines) {
        return mistakesOf("mapping: sample\nfields:\n  - " + String.join("\n  - ", lines));
    }

    static List<String> mistakesOf(String text) {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = new ArrayList<>();
        YamlFile.read("mappings/sample.yaml", text, mistakes).ifPresent(files::add);
        MappingSet.read(files, mistakes);
        return mistakes.list().stream().map(Mistake::toString).toList();
    }

    static YamlNode file(String name, String text) {
        return YamlFile.read("mappings/" + name + ".yaml", text, new Mistakes()).orElseThrow();
    }

    /** JSON written the short way, as YAML. */
    static JsonNode json(String text) {
        return file("json", text).json();
    }
}
