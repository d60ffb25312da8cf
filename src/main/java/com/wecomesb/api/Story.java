package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a chain of causes step by step, in the words of the people who look at it. */
final class Story {

    private static final Map<String, String> HAPPENED = Map.ofEntries(
            Map.entry("wecom.message.received", "收到客户消息"),
            Map.entry("wecom.message.sent", "人工回复了客户"),
            Map.entry("wecom.message.failed", "企业微信没有送达"),
            Map.entry("wecom.session.entered", "客户进入会话"),
            Map.entry("wecom.session.changed", "会话状态变化"),
            Map.entry("wecom.contact.added", "新增外部联系人"),
            Map.entry("ticket.created", "工单系统新建了工单"),
            Map.entry("ticket.updated", "工单有变化"),
            Map.entry("ticket.commented", "工单有新的答复"),
            Map.entry("ticket.resolved", "工单已解决"),
            Map.entry("ticket.closed", "工单已关闭"),
            Map.entry("shop.order.created", "商城有新订单"),
            Map.entry("shop.order.updated", "订单有变化"),
            Map.entry("shop.order.paid", "订单已付款"),
            Map.entry("shop.order.shipped", "订单已发货"),
            Map.entry("shop.order.delivered", "订单已送达"),
            Map.entry("shop.order.completed", "订单已完成"),
            Map.entry("shop.order.cancelled", "订单已取消"),
            Map.entry("shop.order.refunded", "订单已退款"),
            Map.entry("crm.contact.created", "CRM 新建了联系人"),
            Map.entry("crm.contact.updated", "CRM 的联系人有变化"),
            Map.entry("crm.contact.deleted", "CRM 删除了联系人"));

    private final Instant start;
    private final List<Step> steps = new ArrayList<>();

    private Story(Instant start) {
        this.start = start;
    }

    static List<Step> of(List<EventView> events, List<ActionView> actions, List<DeadLetterView> letters) {
        Optional<Instant> first = events.stream().map(EventView::receivedAt).min(Comparator.naturalOrder());
        Optional<Instant> firstAction =
                actions.stream().map(ActionView::createdAt).min(Comparator.naturalOrder());
        Optional<Instant> firstLetter =
                letters.stream().map(DeadLetterView::createdAt).min(Comparator.naturalOrder());
        Story story =
                new Story(first.or(() -> firstAction).or(() -> firstLetter).orElse(Instant.EPOCH));
        events.forEach(story::tell);
        actions.forEach(story::tell);
        letters.forEach(story::tell);
        story.steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(story.steps);
    }

    private void tell(EventView event) {
        if (event.isOutcome()) {
            if (event.outcome().equals("DECIDED")) {
                add(event.decidedAt(), "根据结果继续", rule(event), "", event.uid());
            }
            return;
        }
        add(event.receivedAt(), HAPPENED.getOrDefault(event.type(), "收到事件 " + event.type()), "", "", event.uid());
        add(event.decidedAt(), decided(event), reasons(event), level(event), event.uid());
        String candidates = RuleExplanation.candidates(event.explanation());
        if (!candidates.isEmpty()) {
            add(event.decidedAt(), "候选规则", candidates, "", event.uid());
        }
        for (JsonNode match : event.explanation().path("matched")) {
            if (!isActing(event, match)) {
                String detail = match.path("rule").asText() + "(优先级 "
                        + match.path("priority").asInt() + "):"
                        + match.path("reason").asText();
                add(event.decidedAt(), "也命中,没有轮到", detail, "", event.uid());
            }
        }
        for (JsonNode miss : event.explanation().path("nearMisses")) {
            String detail =
                    miss.path("rule").asText() + ":" + miss.path("failed").asText();
            add(event.decidedAt(), "差一点命中", detail, "", event.uid());
        }
    }

    private static boolean isActing(EventView event, JsonNode match) {
        for (JsonNode rule : event.explanation().path("acting")) {
            if (rule.asText().equals(match.path("rule").asText())) {
                return true;
            }
        }
        return false;
    }

    private static String decided(EventView event) {
        return switch (event.outcome()) {
            case "DECIDED" -> "规则 " + rule(event) + " 生效";
            case "UNMATCHED" -> "没有规则命中";
            case "ASKED" -> "没有把握,先问客户";
            case "DECLINED" -> "客户说不是这个意思";
            case "SHADOW" -> "影子模式,只记录";
            case "TOO_LATE" -> "消息太旧,交给人工";
            case "NOT_SERVED" -> "机器人不接待,交给人工";
            case "WITH_PEOPLE" -> "人工接待中,机器人不说话";
            case "LOOP_CUT" -> "自动处理循环,已截断";
            case "POISON" -> "处理失败,进入死信";
            default -> "已记录";
        };
    }

    private static String rule(EventView event) {
        return event.actingRule() == null ? "" : event.actingRule();
    }

    private static String reasons(EventView event) {
        for (JsonNode match : event.explanation().path("matched")) {
            if (match.path("rule").asText().equals(event.actingRule())) {
                return match.path("reason").asText();
            }
        }
        return event.explanation().path("note").asText("");
    }

    private static String level(EventView event) {
        return switch (event.outcome()) {
            case "DECIDED" -> "done";
            case "POISON", "LOOP_CUT" -> "failed";
            default -> "";
        };
    }

    private void tell(ActionView action) {
        if (ActionWords.isDelay(action)) {
            add(action.createdAt(), "安排定时动作", ActionWords.scheduled(action), "", action.id());
            if (!action.isSettled()) {
                return;
            }
        }
        Instant at = action.settledAt() != null
                ? action.settledAt()
                : action.startedAt() != null ? action.startedAt() : action.createdAt();
        add(at, ActionWords.what(action), ActionWords.detail(action), ActionWords.level(action), action.id());
    }

    private void tell(DeadLetterView letter) {
        String what = letter.state().equals("OPEN") ? "进入死信,等人处理" : "死信已处理(" + letter.state() + ")";
        add(letter.createdAt(), what, letter.reason(), "failed", letter.reference());
    }

    private void add(Instant at, String what, String detail, String level, String reference) {
        steps.add(new Step(at, Math.max(0, Duration.between(start, at).toMillis()), what, detail, level, reference));
    }
}
