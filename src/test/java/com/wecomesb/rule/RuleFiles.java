package com.wecomesb.rule;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rule files of tests, as the loader reads them. */
final class RuleFiles {

    private RuleFiles() {}

    static RuleSet read(String text) {
        Mistakes mistakes = new Mistakes();
        RuleSet rules = RuleSet.read(
                YamlFile.read("rules/test.yaml", text, mistakes).stream().toList(), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.list().toString());
        }
        return rules;
    }

    static List<String> mistakes(String text) {
        Mistakes mistakes = new Mistakes();
        RuleSet.read(YamlFile.read("rules/test.yaml", text, mistakes).stream().toList(), mistakes);
        return mistakes.list().stream().map(Mistake::toString).toList();
    }

    static RuleSet shipped(Mistakes mistakes) {
        List<YamlNode> roots = new ArrayList<>();
        try (var files = Files.list(Path.of("routes/rules"))) {
            for (Path file : files.sorted().toList()) {
                YamlFile.read("rules/" + file.getFileName(), Files.readString(file), mistakes)
                        .ifPresent(roots::add);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return RuleSet.read(roots, mistakes);
    }

    static Facts says(String text) {
        return DescribedFacts.text(text);
    }

    static String acting(RuleSet rules, String text) {
        Verdict verdict = rules.decide(says(text));
        return verdict.acting().isEmpty() ? "none" : verdict.acting().get(0).rule().id();
    }
}
