package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.understanding.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rule files as tests write them. */
public final class RuleFiles {

    private RuleFiles() {}

    public static RuleSet read(String text) {
        Mistakes mistakes = new Mistakes();
        RuleSet rules = checked(List.of(file("test", text)), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return rules;
    }

    /** One rule named {@code a} with these conditions. */
    public static RuleSet when(String conditions) {
        return read("rules: [{id: a, when: %s, then: [{reply: x}]}]".formatted(conditions));
    }

    static List<String> mistakes(String... files) {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> roots = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            String name = files.length == 1 ? "test" : "test" + (i + 1);
            YamlFile.read("rules/" + name + ".yaml", files[i], mistakes).ifPresent(roots::add);
        }
        checked(roots, mistakes);
        return mistakes.list().stream().map(Mistake::toString).toList();
    }

    /** Rules whose examples were tried, where nothing else is wrong. */
    static RuleSet checked(List<YamlNode> files, Mistakes mistakes) {
        RuleSet rules = RuleSet.read(files, mistakes);
        if (mistakes.isEmpty()) {
            rules.checkExamples(Language.NONE, Calendars.NONE, mistakes);
        }
        return rules;
    }

    /** The shipped rules, and the vocabularies that they share. */
    static List<YamlNode> shipped() {
        return Stream.of("rules", "vocabularies").flatMap(RuleFiles::shipped).toList();
    }

    private static Stream<YamlNode> shipped(String folder) {
        try (Stream<Path> files = Files.list(Path.of("routes", folder))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(path -> read(folder + "/" + path.getFileName(), text(path)));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static YamlNode file(String name, String text) {
        return read("rules/" + name + ".yaml", text);
    }

    private static YamlNode read(String path, String text) {
        return YamlFile.read(path, text, new Mistakes()).orElseThrow();
    }

    /** Facts written the short way, {@code {text: 你好, contact: {tags: [VIP]}}}. */
    static Facts facts(String described) {
        return DescribedFacts.of(file("facts", described).json());
    }

    static String acting(RuleSet rules, String text) {
        return ids(rules.decide(DescribedFacts.text(text)).acting()).stream()
                .findFirst()
                .orElse("none");
    }

    static String acting(RuleSet rules, Language language, String text) {
        return ids(rules.decide(DescribedFacts.text(text).understoodBy(language))
                        .acting())
                .stream()
                .findFirst()
                .orElse("none");
    }

    static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.rule().id()).toList();
    }
}
