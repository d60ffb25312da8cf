package com.wecomesb.decision;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.IntentModel;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.ShippedLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies of the shipped files, and of what a test writes in their place. */
final class Policies {

    private Policies() {}

    /** The shipped rules and replies with three accounts: live, for testers, in the shadow. */
    static Policy shipped() {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = shipped("rules", mistakes);
        files.addAll(shipped("vocabularies", mistakes));
        RuleSet rules = RuleSet.read(files, mistakes);
        ReplyLibrary replies = ReplyLibrary.read(shipped("replies", mistakes), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        Accounts accounts = new Accounts(
                List.of(
                        new Account("旗舰店", "service", "wkLive", "A", mode("live"), Set.of()),
                        new Account("测试店", "service", "wkTesters", "A", mode("testers"), Set.of("wmTester")),
                        new Account("影子店", "service", "wkShadow", "A", mode("shadow"), Set.of())),
                List.of(new Group("售后组", "service", List.of("zhangsan", "lisi"))),
                List.of(new Brand("A", Map.of("hotline", "400-1"))),
                Map.of("service", mode("live")));
        return new Policy(rules, replies, accounts, ShippedLanguage.read(), Calendars.NONE, "test-snapshot");
    }

    /** Other files with the same accounts. */
    static Policy with(Policy policy, String rules, String replies) {
        Mistakes mistakes = new Mistakes();
        RuleSet ruleSet = RuleSet.read(written("rules/test.yaml", rules, mistakes), mistakes);
        ReplyLibrary library = ReplyLibrary.read(written("replies/test.yaml", replies, mistakes), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        Language language = Language.of(
                IntentModel.train(List.of()),
                library.questions(),
                Normalizer::normalize,
                Normalizer::normalizeKeepingCase);
        return new Policy(ruleSet, library, policy.accounts(), language, policy.calendars(), "another-snapshot");
    }

    /** The same with another mode for the account that all customers write to. */
    static Policy inMode(Policy policy, String word) {
        Accounts accounts = new Accounts(
                List.of(new Account("旗舰店", "service", "wkLive", "A", mode(word), Set.of())),
                List.of(),
                List.of(),
                Map.of("service", mode(word)));
        return new Policy(
                policy.rules(), policy.replies(), accounts, policy.language(), policy.calendars(), "another-snapshot");
    }

    private static List<YamlNode> shipped(String folder, Mistakes mistakes) {
        List<YamlNode> roots = new ArrayList<>();
        try (var files = Files.list(Path.of("routes", folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                YamlFile.read(folder + "/" + file.getFileName(), Files.readString(file), mistakes)
                        .ifPresent(roots::add);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return roots;
    }

    private static List<YamlNode> written(String path, String text, Mistakes mistakes) {
        return YamlFile.read(path, text, mistakes).stream().toList();
    }

    private static Mode mode(String word) {
        return Mode.of(word).orElseThrow();
    }
}
