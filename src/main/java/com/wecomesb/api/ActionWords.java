package com.wecomesb.api;

import com.wecomesb.action.Verbs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An action in words. */
final class ActionWords {

    private static final String SCHEDULE = "schedule";

    private static final Map<String, String> STATES = Map.of(
            "READY", "等待执行",
            "IN_FLIGHT", "正在执行",
            "PARKED", "排队,稍后再试",
            "UNKNOWN", "结果未知,核对后再试",
            "DONE", "完成",
            "FAILED", "失败",
            "SUPPRESSED", "不再发送",
            "EXPIRED", "已过期",
            "SKIPPED", "跳过");

    private static final Map<String, String> DELAYS = Map.of("READY", "还没到时间", "DONE", "到时间,开始执行", "SUPPRESSED", "已取消");

    private static final Map<String, String> UNLESS = Map.of("answered", "客户又发消息就取消", "served", "同事回复就取消");

    private static final Map<String, String> ACTIONS = Map.of(
            "reply", "回复", "notify", "通知", "handoff", "转人工", "tag", "打标签", "set", "记属性", "crm", "CRM", "shop", "商城",
            "ticket", "工单", "webhook", "推送外部系统", SCHEDULE, "再定时");

    private ActionWords() {}

    static boolean isDelay(ActionView action) {
        return action.kind().equals(SCHEDULE);
    }

    static String what(ActionView action) {
        String state = STATES.getOrDefault(action.state(), action.state());
        return Verbs.words(action.kind(), action.verb()) + ":"
                + (isDelay(action) ? DELAYS.getOrDefault(action.state(), state) : state);
    }

    /** What was scheduled, at the moment when it was: {@code 30 分钟后:回复(客户又发消息就取消)}. */
    static String scheduled(ActionView action) {
        List<String> then = new ArrayList<>();
        action.payload().path("then").forEach(kind -> then.add(ACTIONS.getOrDefault(kind.asText(), kind.asText())));
        String unless = UNLESS.getOrDefault(action.payload().path("unless").asText(""), "");
        return length(Duration.between(action.createdAt(), action.dueAt())) + "后:" + String.join("、", then)
                + (unless.isEmpty() ? "" : "(" + unless + ")");
    }

    static String detail(ActionView action) {
        List<String> parts = new ArrayList<>();
        if (action.reason() != null) {
            parts.add(action.reason());
        }
        if (action.remoteId() != null) {
            parts.add("编号 " + action.remoteId());
        }
        if (action.startedAt() != null && action.settledAt() != null && !isDelay(action)) {
            parts.add("用时 "
                    + Duration.between(action.startedAt(), action.settledAt()).toMillis() + " ms");
        }
        if (action.attempt() > 1) {
            parts.add("第 " + action.attempt() + " 次");
        }
        return String.join(",", parts);
    }

    static String level(ActionView action) {
        return switch (action.state()) {
            case "DONE" -> "done";
            case "FAILED", "EXPIRED" -> "failed";
            case "PARKED", "UNKNOWN", "READY", "IN_FLIGHT" -> "waits";
            default -> "";
        };
    }

    /** In the largest two units: {@code 2 小时 5 分钟}. */
    private static String length(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " 秒";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " 分钟";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return hours + " 小时" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " 分钟");
        }
        return hours / 24 + " 天" + (hours % 24 == 0 ? "" : " " + hours % 24 + " 小时");
    }
}
