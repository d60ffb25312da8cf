package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the conditions about what a contact does and what happened: {@code count}, {@code card}, {@code state}, {@code
 * ticket}, {@code data}.
 */
final class BehaviourReader {

    static final String MESSAGE_RECEIVED = "wecom.message.received";

    private static final int MOST = 1000;
    private static final KnownKeys COUNT = KnownKeys.of("count ", "messages", "events");
    private static final List<String> OTHER_KEYS = List.of("within", "type");

    private final Mistakes mistakes;

    BehaviourReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Condition> count(YamlNode node) {
        COUNT.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        node.get("messages").ifPresent(value -> lines.add(count(value, MESSAGE_RECEIVED)));
        node.get("events").ifPresent(value -> lines.add(count(value, type(value))));
        if (lines.isEmpty()) {
            mistakes.add(node, "count 要写成 {messages: {at-least: 3, within: 10m}}");
        }
        return lines;
    }

    private String type(YamlNode node) {
        String type = node.get("type").map(YamlNode::text).orElse("");
        if (!type.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)+")) {
            mistakes.add(node.get("type").orElse(node), "events 要写事件类型,例如 type: wecom.menu.clicked(不用通配符)");
        }
        return type;
    }

    private Condition count(YamlNode node, String type) {
        YamlNode within = node.get("within").orElse(null);
        if (within == null) {
            mistakes.add(node, "count 要写多久以内,例如 {at-least: 3, within: 10m}");
        }
        Duration period = within == null
                ? Duration.ZERO
                : DurationText.read(within, mistakes).orElse(Duration.ZERO);
        Comparison comparison = new ComparisonReader(mistakes).all(node, OTHER_KEYS);
        return new CountCondition(type, period, comparison, enough(node));
    }

    /** One more than the largest number that is compared with. */
    private int enough(YamlNode node) {
        int most = 0;
        for (Map.Entry<String, YamlNode> operator : node.map().entrySet()) {
            if (!OTHER_KEYS.contains(operator.getKey())) {
                for (YamlNode operand : operator.getValue().items()) {
                    most = Math.max(most, number(operand));
                }
            }
        }
        if (most == 0) {
            mistakes.add(node, "count 要写次数,例如 {at-least: 3, within: 10m}");
        }
        return most + 1;
    }

    private int number(YamlNode operand) {
        boolean isNumber = operand.text().matches("[0-9]{1,6}(\\.[0-9]{1,3})?");
        int number = isNumber ? new BigDecimal(operand.text()).intValue() : 0;
        if (number > MOST) {
            mistakes.add(operand, "次数最多写 " + MOST);
        }
        return number;
    }

    List<Condition> card(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "card 要写卡片的字段,例如 {title: {contains: 连衣裙}};只看类型写 message: {type: link}");
        }
        Map<String, Comparison> fields = new LinkedHashMap<>();
        node.map().forEach((name, value) -> fields.put(name, Comparison.read(value, mistakes)));
        return List.of(new CardCondition(fields));
    }

    List<Condition> ticket(YamlNode node) {
        if (!List.of("open", "none").contains(node.text())) {
            mistakes.add(node, "ticket 要写 open(会话有未结的工单)或者 none(没有)");
        }
        return List.of(new TicketCondition(node.text().equals("open")));
    }

    List<Condition> data(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "data 要写事件的字段,例如 {comment.public: true}");
        }
        List<Condition> lines = new ArrayList<>();
        node.map().forEach((name, value) -> lines.add(new DataCondition(name, Comparison.read(value, mistakes))));
        return lines;
    }

    List<Condition> state(YamlNode node) {
        return List.of(new StateCondition(Comparison.read(node, mistakes)));
    }
}
