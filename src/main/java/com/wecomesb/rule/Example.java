package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Set;

/**
 * A text that a rule file promises a decision for.
 *
 * @param expect the rule that acts, or {@code none}: this rule does not
 * @param owner the rule that it is written at
 */
record Example(YamlNode where, String text, String expect, String owner) {

    void check(RuleSet rules, Mistakes mistakes) {
        Verdict verdict = rules.decide(new TextOnly(text, Normalizer.normalize(text)));
        String acting = verdict.acting().isEmpty()
                ? "none"
                : verdict.acting().get(0).rule().id();
        boolean kept = expect.equals("none") ? !acting.equals(owner) : acting.equals(expect);
        if (!kept) {
            mistakes.add(where, "例句“" + text + "”应由 " + expect + " 处理,实际是 " + acting);
        }
    }

    /** A customer's text message and nothing else. */
    record TextOnly(String text, String normalizedText) implements Facts {

        @Override
        public String eventType() {
            return "wecom.message.received";
        }

        @Override
        public String messageType() {
            return "text";
        }

        @Override
        public String channel() {
            return "kf";
        }

        @Override
        public String account() {
            return "";
        }

        @Override
        public String brand() {
            return "";
        }

        @Override
        public Set<String> tags() {
            return Set.of();
        }

        @Override
        public JsonNode attributes() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public String conversationState() {
            return "BOT";
        }

        @Override
        public int unanswered() {
            return 0;
        }

        @Override
        public JsonNode data() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
