package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code card: {title: {contains: 连衣裙}}}: the customer forwarded a card (a link, a mini-program, a product, an order, a
 * business card, …) and its fields, as {@code event.message} has them, compare so.
 */
record CardCondition(Map<String, Comparison> fields) implements Condition {

    private static final Set<String> CARDS = Set.of(
            "link",
            "miniprogram",
            "business_card",
            "channels",
            "channels_shop_product",
            "channels_shop_order",
            "merged_msg");

    @Override
    public boolean holds(Reading reading) {
        if (!CARDS.contains(reading.facts().messageType())) {
            return false;
        }
        JsonNode message = reading.facts().data().path("message");
        for (Map.Entry<String, Comparison> field : fields.entrySet()) {
            if (!field.getValue()
                    .holds(message.path(field.getKey()), reading.facts().now().getZone())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String held(Reading reading) {
        return "转发了卡片" + words();
    }

    @Override
    public String failed(Reading reading) {
        return CARDS.contains(reading.facts().messageType()) ? "卡片不符合:" + words() : "没有转发卡片";
    }

    private String words() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue().words())
                .collect(Collectors.joining(",", " ", ""))
                .stripTrailing();
    }
}
