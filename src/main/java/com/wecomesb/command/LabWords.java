package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers of the rule lab in words. */
final class LabWords {

    private static final String NO_RULE = "(没有规则)";
    private static final Map<String, String> SIGNS = Map.of("added", "+", "changed", "~", "removed", "-");

    private LabWords() {}

    static void trial(JsonNode trial, PrintWriter out) {
        if (!trial.path("mistakes").isEmpty()) {
            mistakes(trial, out);
        }
        if (!trial.path("totals").isObject()) {
            return;
        }
        out.println("规则 " + names(trial.path("difference").path("rules")));
        out.println("文件 " + names(trial.path("difference").path("files")));
        trial.path("changes").forEach(change -> change(change, out));
        if (trial.path("more").asInt() > 0) {
            out.println("… 还有 " + trial.path("more").asInt() + " 条没有列出(--show)");
        }
        JsonNode totals = trial.path("totals");
        out.println("对比了 " + totals.path("asked").asInt() + " 个事件"
                + (totals.path("complete").asBoolean() ? "" : "(只有最近的,--most)") + ","
                + totals.path("changed").asInt() + " 个决定不同:新答上 "
                + totals.path("newlyAnswered").asInt() + ",不再答上 "
                + totals.path("noLongerAnswered").asInt() + ",换了规则 "
                + totals.path("otherRule").asInt() + ",换了动作 "
                + totals.path("otherActions").asInt());
        if (totals.path("sameSnapshot").asInt() > 0) {
            out.println("可信度:当前配置真正决定过其中 " + totals.path("sameSnapshot").asInt() + " 个,重算一致的 "
                    + totals.path("asRecorded").asInt() + " 个");
        }
        trial.path("limits").forEach(limit -> out.println("注意 " + limit.asText()));
    }

    private static void change(JsonNode change, PrintWriter out) {
        out.println();
        out.println(change.path("time").asText() + "  " + change.path("uid").asText() + "  "
                + (change.path("text").asText().isEmpty()
                        ? change.path("type").asText()
                        : "“" + change.path("text").asText() + "”"));
        out.println("  " + rule(change.path("before")) + " → " + rule(change.path("after")));
        out.println("  " + actions(change.path("before")) + " → " + actions(change.path("after")));
        out.println("  " + change.path("why").asText());
    }

    private static String rule(JsonNode side) {
        return side.path("rule").asText(NO_RULE);
    }

    private static String actions(JsonNode side) {
        List<String> words = new ArrayList<>();
        side.path("actions").forEach(action -> words.add(action.asText()));
        return words.isEmpty() ? "(什么也不做)" : String.join("、", words);
    }

    static void published(JsonNode answer, PrintWriter out) {
        if (!answer.path("mistakes").isEmpty()) {
            mistakes(answer, out);
        } else if (answer.path("version").isObject()) {
            version(answer.path("version"), out);
        } else {
            out.println("和现在的文件一样,没有发布");
        }
    }

    static void version(JsonNode version, PrintWriter out) {
        JsonNode decisions = version.path("difference").path("decisions");
        out.println(version.path("number").asLong() + "  "
                + version.path("publishedAt").asText() + "  "
                + version.path("snapshot").asText() + "  "
                + version.path("author").asText() + "  "
                + version.path("reason").asText()
                + (version.path("restores").isNumber()
                        ? "  (回到 " + version.path("restores").asLong() + ")"
                        : "")
                + "  规则 " + names(version.path("difference").path("rules"))
                + (decisions.isObject()
                        ? "  近 " + decisions.path("days").asInt() + " 天 "
                                + decisions.path("asked").asInt() + " 个事件中 "
                                + decisions.path("changed").asInt() + " 个决定不同"
                        : ""));
    }

    private static void mistakes(JsonNode answer, PrintWriter out) {
        answer.path("mistakes")
                .forEach(mistake -> out.println(mistake.path("text").asText()));
        out.println(answer.path("mistakes").size() + " 处错误");
    }

    private static String names(JsonNode difference) {
        List<String> words = new ArrayList<>();
        for (String kind : List.of("added", "changed", "removed")) {
            difference.path(kind).forEach(name -> words.add(SIGNS.get(kind) + name.asText()));
        }
        int more = difference.path("more").asInt();
        if (more > 0) {
            words.add("… 还有 " + more + " 个");
        }
        return words.isEmpty() ? "没有变化" : String.join(" ", words);
    }
}
