package com.wecomesb.action;

import com.wecomesb.bus.ActionKind;
import java.util.Map;

/** What actions do, in words for people. */
public final class Verbs {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("kf/send_msg", "回复客户"),
            Map.entry("message/send", "发送应用消息"),
            Map.entry("kf/service_state/trans", "转入人工队列"),
            Map.entry("contact-upsert", "更新 CRM 联系人"),
            Map.entry("contact-find", "查找 CRM 联系人"),
            Map.entry("order-find", "查询订单"),
            Map.entry("order-update", "修改订单"),
            Map.entry("product-find", "查询商品"),
            Map.entry("coupon-issue", "发放优惠券"),
            Map.entry("ticket-create", "创建工单"),
            Map.entry("ticket-comment", "补充工单"),
            Map.entry("ticket-update", "修改工单"),
            Map.entry("ticket-find", "查找工单"),
            Map.entry("delay", "定时动作"),
            Map.entry("webhook", "推送外部系统"));

    private Verbs() {}

    /**
     * The words for a verb, or the verb itself.
     *
     * @param kind the word of an {@link ActionKind}
     */
    public static String words(String kind, String verb) {
        boolean notice = kind.equals(ActionKind.NOTIFY.word()) && verb.equals("message/send");
        return notice ? "通知同事" : WORDS.getOrDefault(verb, verb);
    }
}
