package com.wecomesb.rule.condition;

import java.util.List;

/** The types of messages that WeCom delivers (W90239 for apps, W94670 for 微信客服). */
public final class MessageTypes {

    public static final List<String> KNOWN = List.of(
            "text",
            "image",
            "voice",
            "video",
            "file",
            "location",
            "link",
            "miniprogram",
            "business_card",
            "msgmenu",
            "channels",
            "channels_shop_product",
            "channels_shop_order",
            "merged_msg",
            "meeting",
            "calendar",
            "note");

    private MessageTypes() {}
}
