package com.wecomesb.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.understanding.Language;
import java.util.HashSet;
import java.util.List;

/**
 * What a rule file promises: for this event that rule acts. Written as a text, or as the body of a question to
 * {@code rules/explain} with {@code expect} beside it.
 *
 * @param owner the rule that it is written at
 * @param expect the rule that acts before all others, or {@code none}: no rule at all does
 */
record Example(Position where, String owner, DescribedFacts facts, String expect) {

    static final String NO_RULE = "none";

    private static final KnownKeys KEYS =
            KnownKeys.of("例句", "text", "now", "contact", "conversation", "count", "event", "expect");

    static Example read(YamlNode node, String owner, EventTypes events, Mistakes mistakes) {
        if (!node.isMap()) {
            return new Example(
                    Position.of(node), owner, DescribedFacts.text(node.text()).of(events), owner);
        }
        KEYS.check(node, mistakes);
        String expect = node.get("expect").map(YamlNode::text).orElse(owner);
        ObjectNode described = (ObjectNode) node.json();
        node.get("text").ifPresent(text -> described.put("text", text.text()));
        return new Example(
                Position.of(node), owner, facts(node, described, mistakes).of(events), expect);
    }

    private static DescribedFacts facts(YamlNode node, ObjectNode described, Mistakes mistakes) {
        try {
            return DescribedFacts.of(described);
        } catch (UnreadableFacts unreadable) {
            mistakes.add(node, "例句里的" + unreadable.getMessage());
            return DescribedFacts.text("");
        }
    }

    /** As the rules see it. */
    Facts asked(Language language, Calendars calendars) {
        return facts.trying(new HashSet<>(List.of(owner, expect)))
                .timedBy(calendars)
                .understoodBy(language);
    }

    void check(RuleSet rules, Language language, Calendars calendars, Mistakes mistakes) {
        List<Match> acting = rules.acting(asked(language, calendars));
        String actual = acting.isEmpty() ? NO_RULE : acting.get(0).rule().id();
        if (!actual.equals(expect)) {
            mistakes.add(where.mistake("例句" + shown() + "应由 " + expect + " 处理,实际是 " + actual));
        }
    }

    String shown() {
        return facts.text().isEmpty() ? "" : "“" + facts.text() + "”";
    }
}
