package com.wecomesb.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An action in words. */
final class ActionWords {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("kf/send_msg", "回复客户"),
            Map.entry("message/send", "发送应用消息"),
            Map.entry("kf/service_state/trans", "转入人工队列"),
            Map.entry("contact-upsert", "更新 CRM 联系人"),
            Map.entry("contact-find", "查找 CRM 联系人"),
            Map.entry("order-find", "查询订单"),
            Map.entry("ticket-create", "创建工单"),
            Map.entry("ticket-comment", "补充工单"),
            Map.entry("ticket-find", "查找工单"));
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

    private ActionWords() {}

    static String what(ActionView action) {
        String verb = action.kind().equals("notify") ? "通知同事" : VERBS.getOrDefault(action.verb(), action.verb());
        return verb + ":" + STATES.getOrDefault(action.state(), action.state());
    }

    static String detail(ActionView action) {
        List<String> parts = new ArrayList<>();
        if (action.reason() != null) {
            parts.add(action.reason());
        }
        if (action.remoteId() != null) {
            parts.add("编号 " + action.remoteId());
        }
        if (action.startedAt() != null && action.settledAt() != null) {
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
}
