package com.wecomesb.rule;

import com.wecomesb.rule.RuleCorpus.Case;
import com.wecomesb.rule.term.Core;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What one would write first: every rule in turn, sorted by priority, {@code String.contains}, compiled expressions. */
final class LinearScan {

    private record Tried(Case rule, Pattern pattern) {

        boolean holds(String text, String account) {
            if (!rule.account().isEmpty() && !rule.account().equals(account)) {
                return false;
            }
            return switch (rule.kind()) {
                case EXACT -> Core.text(text).equals(rule.any().get(0));
                case REGEX -> pattern.matcher(text).find();
                case CONTAINS ->
                    count(rule.all(), text) == rule.all().size()
                            && (rule.any().isEmpty() || count(rule.any(), text) > 0)
                            && (rule.except().isEmpty() || count(rule.except(), text) == 0);
            };
        }

        private static int count(List<String> words, String text) {
            int count = 0;
            for (int i = 0; i < words.size(); i++) {
                count += text.contains(words.get(i)) ? 1 : 0;
            }
            return count;
        }
    }

    private final List<Tried> rules;

    LinearScan(List<Case> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(Case::priority).reversed())
                .map(rule -> new Tried(rule, Pattern.compile(rule.any().isEmpty() ? "" : rule.any().get(0) + ".{0,3}[0-9]{4,12}")))
                .toList();
    }

    /** The id of the first rule that holds, or {@code none}. */
    String first(String text, String account) {
        for (Tried rule : rules) {
            if (rule.holds(text, account)) {
                return rule.rule().id();
            }
        }
        return "none";
    }

    List<String> all(String text, String account) {
        List<String> ids = new ArrayList<>();
        for (Tried rule : rules) {
            if (rule.holds(text, account)) {
                ids.add(rule.rule().id());
            }
        }
        return ids;
    }
}
