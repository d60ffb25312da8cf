package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads {@code conversation: {…}}: who has it, what was said last and when. */
final class ConversationReader {

    private static final KnownKeys CONVERSATION = KnownKeys.of(
            "conversation ",
            "channel",
            "app",
            "state",
            "unanswered",
            "silent",
            "replied",
            "last-rule",
            "last-reply",
            "variables");
    private static final KnownKeys SILENT = KnownKeys.of("silent ", "longer-than", "shorter-than");
    private static final KnownKeys REPLIED = KnownKeys.of("replied ", "within", "not-within");
    private static final List<String> STATES = List.of("BOT", "WAITING", "HUMAN", "CLOSED");

    private final FactReader facts;
    private final Mistakes mistakes;

    ConversationReader(FactReader facts, Mistakes mistakes) {
        this.facts = facts;
        this.mistakes = mistakes;
    }

    List<Condition> conversation(YamlNode node) {
        CONVERSATION.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        node.get("channel").ifPresent(value -> lines.addAll(facts.channel(value)));
        node.get("app").ifPresent(value -> lines.addAll(facts.app(value)));
        node.get("state").ifPresent(value -> lines.addAll(state(value)));
        node.get("unanswered").ifPresent(value -> lines.add(new UnansweredCondition(number(value))));
        node.get("silent").ifPresent(value -> lines.addAll(periods(value, SILENT, SilentCondition::new)));
        node.get("replied").ifPresent(value -> lines.addAll(periods(value, REPLIED, RepliedCondition::new)));
        node.get("last-rule").ifPresent(value -> lines.addAll(facts.oneOf(value, Fact.LAST_RULE)));
        node.get("last-reply").ifPresent(value -> lines.addAll(facts.oneOf(value, Fact.LAST_REPLY)));
        node.get("variables")
                .ifPresent(value -> value.map()
                        .forEach((name, compared) ->
                                lines.add(new VariableCondition(name, Comparison.read(compared, mistakes)))));
        return lines;
    }

    private List<Condition> state(YamlNode node) {
        for (YamlNode state : node.items()) {
            if (!STATES.contains(state.text())) {
                mistakes.add(state, "没有会话状态“" + state.text() + "”" + Suggestion.of(state.text(), STATES));
            }
        }
        return facts.oneOf(node, Fact.STATE);
    }

    /** The first key means yes, the second no. */
    private List<Condition> periods(YamlNode node, KnownKeys keys, BiFunction<Boolean, Duration, Condition> condition) {
        keys.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        for (int i = 0; i < keys.names().size(); i++) {
            boolean first = i == 0;
            node.get(keys.names().get(i))
                    .flatMap(period -> DurationText.read(period, mistakes))
                    .ifPresent(period -> lines.add(condition.apply(first, period)));
        }
        if (!node.isMap()) {
            mistakes.add(node, keys.what() + "要写成 {" + keys.names().get(0) + ": 10m}");
        }
        return lines;
    }

    private int number(YamlNode node) {
        if (!node.text().matches("[0-9]{1,6}")) {
            mistakes.add(node, "要写一个数字");
            return 0;
        }
        return Integer.parseInt(node.text());
    }
}
