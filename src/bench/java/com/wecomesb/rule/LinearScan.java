package com.wecomesb.rule;

import java.util.List;

/** What one would write first: every rule in turn, sorted by priority, {@code String.contains}, compiled expressions. */
final class LinearScan implements Engine {

    private final List<Tried> rules;

    LinearScan(List<Case> rules) {
        this.rules = Engine.byPriority(rules).stream()
                .map(Tried::of)
                .toList();
    }

    @Override
    public int first(Message message) {
        for (Tried rule : rules) {
            if (rule.holds(message)) {
                return rule.rule().number();
            }
        }
        return NONE;
    }

    @Override
    public void all(Message message, Found found) {
        for (Tried rule : rules) {
            if (rule.holds(message)) {
                found.add(rule.rule().number());
            }
        }
    }
}
