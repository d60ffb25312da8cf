package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.action.Verbs;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that a decision does.
 *
 * @param kind {@code reply}, {@code ticket}, {@code tag}, …
 * @param words what it is, for people: {@code 创建工单:退换货}
 * @param content equal where all of it is the same
 */
public record Deed(String kind, String words, String content) {

    private static final int SHOWN = 60;

    /** An action that was planned then. */
    static Deed of(ActionLog.Entry entry, Instant then) {
        Action action = entry.action();
        String shown = shown(action.payload());
        String skipped = entry.state() == ActionState.SKIPPED ? "(跳过:" + entry.reason() + ")" : "";
        String content = String.join(
                "\n",
                action.verb(),
                String.valueOf(action.system()),
                action.lane(),
                entry.state().name(),
                Duration.between(then, action.dueAt()).toString(),
                String.valueOf(action.unless()),
                String.valueOf(action.branches()),
                action.payload().toString());
        return new Deed(
                action.kind().word(),
                Verbs.words(action.kind().word(), action.verb()) + (shown.isEmpty() ? "" : ":" + shown) + skipped,
                content);
    }

    /** What is noted in the decision itself. */
    static Deed noted(String kind, String words) {
        return new Deed(kind, words, words);
    }

    private static String shown(JsonNode payload) {
        JsonNode body = payload.path("body");
        String text = body.path("text").path("content").asText("");
        if (text.isEmpty()) {
            text = payload.path("subject").asText(body.path("msgtype").asText(""));
        }
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "Deed[" + kind + "]";
    }
}
