package com.wecomesb.rule;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Place;
import java.util.List;

/** Reads {@code cooldown}, {@code ask} and {@code confirm} of a rule. */
final class ControlReader {

    /** The keys of a rule that limit it or make it wait. */
    static final List<String> KEYS = List.of("cooldown", "valid", "rollout", "confirm", "ask");

    private static final KnownKeys CONFIRM = KnownKeys.of("confirm ", "below");

    private final Mistakes mistakes;

    ControlReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** @param conditions the rule's own, which tell whether it guesses at all */
    Control read(YamlNode rule, List<Condition> conditions, EventTypes events) {
        boolean guesses = conditions.stream()
                .anyMatch(condition -> condition.guesses(Place.ANYWHERE).isPresent());
        double askBelow =
                rule.get("confirm").map(node -> askBelow(node, guesses)).orElse(0.0);
        String question = rule.get("ask").map(YamlNode::text).orElse("");
        if (question.isBlank() && askBelow > 0) {
            question = rule.get("description").map(YamlNode::text).orElse("");
        }
        if (question.isBlank() && askBelow > 0) {
            mistakes.add(rule, "confirm 要有 ask:问客户的话,例如 ask: 怎么退换货(会问“您是想问‘怎么退换货’吗?”)");
        }
        if (!events.contain(DescribedFacts.MESSAGE_RECEIVED)) {
            rule.get("confirm")
                    .filter(node -> askBelow > 0)
                    .ifPresent(node -> mistakes.add(node, "confirm 只用于客户发来的消息(wecom.message.received)"));
        }
        return new Control(rule.get("cooldown").isPresent(), question, askBelow);
    }

    /** {@code true} is for what was guessed; a rule that never guesses and still asks means every match. */
    private double askBelow(YamlNode node, boolean guesses) {
        if (node.isMap()) {
            CONFIRM.check(node, mistakes);
            return node.get("below").map(this::score).orElseGet(() -> mistake(node));
        }
        return switch (node.text()) {
            case "true" -> guesses ? Control.CERTAIN : Control.ALWAYS;
            case "always" -> Control.ALWAYS;
            case "false" -> 0;
            default -> mistake(node);
        };
    }

    private double score(YamlNode node) {
        if (!node.text().matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            mistakes.add(node, "below 要写 0 到 1 之间的数,例如 0.8");
            return 0;
        }
        return Double.parseDouble(node.text());
    }

    private double mistake(YamlNode node) {
        mistakes.add(node, "confirm 要写 true、always,或者 {below: 0.8}");
        return 0;
    }
}
