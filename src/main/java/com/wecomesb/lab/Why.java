package com.wecomesb.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.decision.Choice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words for people why two sets of rules decide differently, from their explanations. */
final class Why {

    private Why() {}

    static String of(Choice before, Choice after) {
        if (Objects.equals(before.rule(), after.rule())) {
            return before.outcome().equals(after.outcome()) ? "同一条规则,动作变了" : acts(after);
        }
        return before.rule() == null
                ? acts(after)
                : acts(after) + ";原来的规则“" + before.rule() + "”" + left(before.rule(), after);
    }

    private static String acts(Choice after) {
        if (after.rule() == null) {
            return after.explanation().path("note").asText("没有规则命中");
        }
        JsonNode match = named(after.explanation().path("matched"), after.rule());
        String reason = match == null
                ? after.explanation().path("note").asText("")
                : match.path("reason").asText("");
        return "规则“" + after.rule() + "”生效" + (reason.isEmpty() ? "" : ":" + reason);
    }

    /** What became of the rule that acted before. */
    private static String left(String rule, Choice after) {
        if (named(after.explanation().path("matched"), rule) != null) {
            return "仍然命中,但排在后面";
        }
        JsonNode miss = named(after.explanation().path("nearMisses"), rule);
        return miss == null ? "不再命中" : "差一点命中:" + miss.path("failed").asText();
    }

    private static @Nullable JsonNode named(JsonNode list, String rule) {
        for (JsonNode item : list) {
            if (item.path("rule").asText().equals(rule)) {
                return item;
            }
        }
        return null;
    }
}
