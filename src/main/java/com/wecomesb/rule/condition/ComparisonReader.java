package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads what values are compared with. */
final class ComparisonReader {

    private static final String OPERATORS =
            "is、not、at-least、at-most、above、below、contains、starts-with、before、after、exists";

    private final Mistakes mistakes;

    ComparisonReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Comparison read(YamlNode node) {
        return node.isMap() ? all(node, List.of()) : is(node);
    }

    /** The operators of a map; keys that mean something else are left out. */
    Comparison all(YamlNode map, List<String> otherKeys) {
        List<Comparison> all = new ArrayList<>();
        for (YamlNode operator : map.keys()) {
            if (!otherKeys.contains(operator.text())) {
                YamlNode operand = map.map().getOrDefault(operator.text(), operator);
                operator(operator, operand).ifPresent(all::add);
            }
        }
        return Comparison.all(all);
    }

    private Optional<Comparison> operator(YamlNode operator, YamlNode operand) {
        String name = operator.text();
        Optional<Order> order = Order.of(name);
        if (order.isPresent()) {
            return order(order.get(), operand);
        }
        return switch (name) {
            case "is" -> Optional.of(is(operand));
            case "not" -> {
                Comparison is = is(operand);
                yield Optional.of(new Comparison((value, zone) -> !is.holds(value, zone), "不" + is.words()));
            }
            case "contains" -> Optional.of(text(operand, "包含", String::contains));
            case "starts-with" -> Optional.of(text(operand, "开头是", String::startsWith));
            case "before" -> moment(operand, true);
            case "after" -> moment(operand, false);
            case "exists" -> {
                boolean wanted = !operand.text().equals("false");
                yield Optional.of(
                        new Comparison((value, zone) -> Comparison.isThere(value) == wanted, wanted ? "有值" : "没有值"));
            }
            default -> {
                mistakes.add(operator, "没有比较方式“" + name + "”,可用:" + OPERATORS);
                yield Optional.empty();
            }
        };
    }

    private static Comparison is(YamlNode node) {
        return text(node, "是", String::equals);
    }

    /** One of the texts fits the value, or one item of a list. */
    private static Comparison text(YamlNode node, String verb, BiPredicate<String, String> fits) {
        List<String> texts = node.items().stream().map(YamlNode::text).toList();
        return new Comparison(
                (value, zone) -> value.isArray() ? hasOne(value, texts, fits) : isOne(value, texts, fits),
                verb + "“" + String.join("”或“", texts) + "”");
    }

    private static boolean hasOne(JsonNode list, List<String> texts, BiPredicate<String, String> fits) {
        for (JsonNode item : list) {
            if (isOne(item, texts, fits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(JsonNode value, List<String> texts, BiPredicate<String, String> fits) {
        return Comparison.isThere(value) && texts.stream().anyMatch(text -> fits.test(value.asText(), text));
    }

    private Optional<Comparison> order(Order order, YamlNode operand) {
        Optional<BigDecimal> bound = number(operand.text());
        if (bound.isEmpty()) {
            mistakes.add(operand, order.operator() + " 后面要写一个数字");
        }
        return bound.map(limit -> new Comparison(
                (value, zone) -> number(value.asText())
                        .filter(number -> order.fits(number, limit))
                        .isPresent(),
                order.words(limit)));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Before a day is before it begins, after a day is after its end. */
    private Optional<Comparison> moment(YamlNode operand, boolean before) {
        Optional<LocalDateTime> written = Moments.of(TextNode.valueOf(operand.text()), ZoneOffset.UTC);
        if (written.isEmpty()) {
            mistakes.add(operand, (before ? "before" : "after") + " 后面要写日期:2026-11-01,或者带时间 2026-11-01 09:30");
        }
        boolean wholeDay = Moments.isDate(operand.text());
        return written.map(limit -> {
            LocalDateTime end = wholeDay && !before ? limit.plusDays(1) : limit;
            return new Comparison(
                    (value, zone) -> Moments.of(value, zone)
                            .filter(at -> before ? at.isBefore(end) : wholeDay ? !at.isBefore(end) : at.isAfter(end))
                            .isPresent(),
                    (before ? "早于 " : "晚于 ") + operand.text());
        });
    }
}
