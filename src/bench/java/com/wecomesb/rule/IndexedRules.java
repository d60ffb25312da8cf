package com.wecomesb.rule;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Ours. */
final class IndexedRules implements Engine {

    private static final int RULES_IN_A_FILE = 10_000;

    private final RuleSet rules;
    /** The numbers in the corpus by rank. */
    private final int[] numbers;

    IndexedRules(List<Case> cases) {
        rules = read(files(cases));
        numbers = Engine.byPriority(cases).stream().mapToInt(Case::number).toArray();
    }

    /** Rule files as an integration engineer would write them. */
    static List<YamlNode> files(List<Case> cases) {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += RULES_IN_A_FILE) {
            StringBuilder text = new StringBuilder("rules:\n");
            cases.subList(from, Math.min(cases.size(), from + RULES_IN_A_FILE)).forEach(rule -> text.append(rule.yaml()));
            YamlFile.read("rules/f" + from + ".yaml", text.toString(), mistakes).ifPresent(files::add);
        }
        check(mistakes);
        return files;
    }

    static RuleSet read(List<YamlNode> files) {
        Mistakes mistakes = new Mistakes();
        RuleSet rules = RuleSet.read(files, mistakes);
        check(mistakes);
        return rules;
    }

    private static void check(Mistakes mistakes) {
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().get(0).toString());
        }
    }

    RuleSet rules() {
        return rules;
    }

    @Override
    public int first(Message message) {
        int rank = rules.index().search(message.facts()).nextMatch();
        return rank == RuleIndex.NONE ? NONE : numbers[rank];
    }

    @Override
    public void all(Message message, Found found) {
        RuleIndex.Search search = rules.index().search(message.facts());
        for (int rank = search.nextMatch(); rank != RuleIndex.NONE; rank = search.nextMatch()) {
            found.add(numbers[rank]);
        }
    }
}
