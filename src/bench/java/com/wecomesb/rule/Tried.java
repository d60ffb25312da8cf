package com.wecomesb.rule;

import java.util.List;
import java.util.regex.Pattern;

/** One rule as one would try it by hand. */
record Tried(Case rule, Pattern pattern) {

    static Tried of(Case rule) {
        return new Tried(rule, Pattern.compile(rule.regex()));
    }

    boolean holds(Message message) {
        return (rule.level().isEmpty() || rule.level().equals(message.level()))
                && switch (rule.kind()) {
                    case EXACT -> message.core().equals(rule.words().get(0));
                    case REGEX -> pattern.matcher(message.text()).find();
                    case ANY -> any(rule.words(), message.text()) && !any(rule.except(), message.text());
                    case ALL -> all(rule.words(), message.text()) && !any(rule.except(), message.text());
                };
    }

    private static boolean any(List<String> words, String text) {
        for (int i = 0; i < words.size(); i++) {
            if (text.contains(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(List<String> words, String text) {
        for (int i = 0; i < words.size(); i++) {
            if (!text.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
