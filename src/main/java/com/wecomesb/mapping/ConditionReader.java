package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads {@code {stage: vip}}, {@code {stage: [vip, member]}}, {@code {spent: {at-least: 100}}}. */
final class ConditionReader {

    private static final List<String> WORDS =
            List.of("is", "not", "exists", "at-least", "at-most", "above", "below", "contains", "starts-with");

    private final boolean inBlock;
    private final Mistakes mistakes;

    ConditionReader(boolean inBlock, Mistakes mistakes) {
        this.inBlock = inBlock;
        this.mistakes = mistakes;
    }

    Condition read(Optional<YamlNode> when, Optional<YamlNode> unless) {
        return when.isEmpty() && unless.isEmpty()
                ? Condition.NONE
                : new Condition(
                        when.map(this::clauses).orElse(List.of()),
                        unless.map(this::clauses).orElse(List.of()));
    }

    private List<Condition.Clause> clauses(YamlNode node) {
        if (!node.isMap() || node.map().isEmpty()) {
            mistakes.add(node, "条件写成 {来源路径: 值},例如 {stage: vip} 或 {spent: {at-least: 100}}");
        }
        List<Condition.Clause> clauses = new ArrayList<>();
        Map<String, YamlNode> tests = node.map();
        for (YamlNode key : node.keys()) {
            Optional<Path> path = Path.ofSource(key, inBlock, mistakes);
            if (path.filter(Path::hasEach).isPresent()) {
                mistakes.add(key, "条件的路径不能有 [],要看列表里有没有某个值,请写列表本身");
            }
            YamlNode test = Objects.requireNonNull(tests.get(key.text()));
            path.ifPresent(found -> clauses.add(Condition.Clause.of(found, test(test))));
        }
        return List.copyOf(clauses);
    }

    private ValueTest test(YamlNode node) {
        if (!node.isMap()) {
            return node.isNull() ? ValueTest.exists(false) : ValueTest.oneOf(texts(node));
        }
        List<ValueTest> tests = new ArrayList<>();
        Map<String, YamlNode> arguments = node.map();
        for (YamlNode word : node.keys()) {
            tests.add(test(word, Objects.requireNonNull(arguments.get(word.text()))));
        }
        return tests.size() == 1 ? tests.get(0) : ValueTest.all(List.copyOf(tests));
    }

    private ValueTest test(YamlNode word, YamlNode argument) {
        return switch (word.text()) {
            case "is" -> ValueTest.oneOf(texts(argument));
            case "not" -> ValueTest.not(ValueTest.oneOf(texts(argument)));
            case "exists" -> exists(argument);
            case "at-least" -> ValueTest.compares(number(argument), sign -> sign >= 0);
            case "at-most" -> ValueTest.compares(number(argument), sign -> sign <= 0);
            case "above" -> ValueTest.compares(number(argument), sign -> sign > 0);
            case "below" -> ValueTest.compares(number(argument), sign -> sign < 0);
            case "contains" -> ValueTest.contains(argument.text());
            case "starts-with" -> ValueTest.startsWith(argument.text());
            default -> {
                mistakes.add(word, "条件里没有“" + word.text() + "”" + Suggestion.of(word.text(), WORDS));
                yield ValueTest.exists(true);
            }
        };
    }

    private ValueTest exists(YamlNode argument) {
        if (!List.of("true", "false").contains(argument.text())) {
            mistakes.add(argument, "exists 只能是 true 或 false");
        }
        return ValueTest.exists(argument.text().equals("true"));
    }

    private BigDecimal number(YamlNode node) {
        if (ValueTest.NUMBER.matcher(node.text()).matches()) {
            return new BigDecimal(node.text());
        }
        mistakes.add(node, "这里要写一个数字");
        return BigDecimal.ZERO;
    }

    private static Set<String> texts(YamlNode node) {
        Set<String> texts = new LinkedHashSet<>();
        node.items().forEach(item -> texts.add(item.text()));
        return Set.copyOf(texts);
    }
}
