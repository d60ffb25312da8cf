package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What a value is compared with: a text or a list ({@code 上海}, {@code [上海, 北京]}), or operators that must all hold
 * ({@code {at-least: 100, below: 500}}). A value that is not there fits {@code not} and {@code exists: false} only.
 *
 * @param words for people
 */
record Comparison(Predicate<JsonNode> test, String words) {

    private static final Map<String, IntPredicate> ORDERS = Map.of(
            "at-least", order -> order >= 0,
            "at-most", order -> order <= 0,
            "above", order -> order > 0,
            "below", order -> order < 0);
    private static final String OPERATORS = "is、not、at-least、at-most、above、below、exists";

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
        if (ORDERS.containsKey(name)) {
            return order(name, operand, mistakes);
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

    private static Optional<Comparison> order(String name, YamlNode operand, Mistakes mistakes) {
        Optional<BigDecimal> bound = number(operand.text());
        if (bound.isEmpty()) {
            mistakes.add(operand, name + " 后面要写一个数字");
        }
        return bound.map(limit -> new Comparison(
                value -> number(value.asText())
                        .filter(number ->
                                Objects.requireNonNull(ORDERS.get(name)).test(number.compareTo(limit)))
                        .isPresent(),
                Map.of("at-least", "≥ ", "at-most", "≤ ", "above", "> ", "below", "< ")
                                .get(name)
                        + limit.toPlainString()));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
