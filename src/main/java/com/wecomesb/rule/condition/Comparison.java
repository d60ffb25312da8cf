package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a value is compared with: a text or a list ({@code 上海}, {@code [上海, 北京]}), or operators that must all hold
 * ({@code {at-least: 100, below: 500}}). A value that is not there fits {@code not} and {@code exists: false} only.
 *
 * @param words for people
 */
record Comparison(Predicate<JsonNode> test, String words) {

    private static final String OPERATORS = "is、not、at-least、at-most、above、below、exists";

    private enum Order {
        AT_LEAST("≥ "),
        AT_MOST("≤ "),
        ABOVE("> "),
        BELOW("< ");

        private final String sign;

        Order(String sign) {
            this.sign = sign;
        }

        boolean fits(BigDecimal number, BigDecimal limit) {
            int order = number.compareTo(limit);
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
            };
        }

        static Optional<Order> of(String operator) {
            return Arrays.stream(values())
                    .filter(order -> order.operator().equals(operator))
                    .findFirst();
        }

        /** As it is written in files: {@code at-least}. */
        String operator() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean holds(JsonNode value) {
        return test.test(value);
    }

    static Comparison read(YamlNode node, Mistakes mistakes) {
        if (!node.isMap()) {
            return is(node);
        }
        List<Comparison> all = new ArrayList<>();
        for (YamlNode operator : node.keys()) {
            YamlNode operand = node.map().getOrDefault(operator.text(), operator);
            operator(operator, operand, mistakes).ifPresent(all::add);
        }
        return new Comparison(
                value -> all.stream().allMatch(comparison -> comparison.holds(value)),
                String.join(",", all.stream().map(Comparison::words).toList()));
    }

    private static Optional<Comparison> operator(YamlNode operator, YamlNode operand, Mistakes mistakes) {
        String name = operator.text();
        Optional<Order> order = Order.of(name);
        if (order.isPresent()) {
            return order(order.get(), operand, mistakes);
        }
        return switch (name) {
            case "is" -> Optional.of(is(operand));
            case "not" -> {
                Comparison is = is(operand);
                yield Optional.of(new Comparison(value -> !is.holds(value), "不" + is.words));
            }
            case "exists" -> {
                boolean wanted = !operand.text().equals("false");
                yield Optional.of(new Comparison(value -> isThere(value) == wanted, wanted ? "有值" : "没有值"));
            }
            default -> {
                mistakes.add(operator, "没有比较方式“" + name + "”,可用:" + OPERATORS);
                yield Optional.empty();
            }
        };
    }

    private static Comparison is(YamlNode node) {
        List<String> texts = node.items().stream().map(YamlNode::text).toList();
        return new Comparison(
                value -> value.isArray() ? hasOne(value, texts) : isThere(value) && texts.contains(value.asText()),
                "是“" + String.join("”或“", texts) + "”");
    }

    private static boolean hasOne(JsonNode list, List<String> texts) {
        for (JsonNode item : list) {
            if (texts.contains(item.asText())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Comparison> order(Order order, YamlNode operand, Mistakes mistakes) {
        Optional<BigDecimal> bound = number(operand.text());
        if (bound.isEmpty()) {
            mistakes.add(operand, order.operator() + " 后面要写一个数字");
        }
        return bound.map(limit -> new Comparison(
                value -> number(value.asText())
                        .filter(number -> order.fits(number, limit))
                        .isPresent(),
                order.sign + limit.toPlainString()));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
