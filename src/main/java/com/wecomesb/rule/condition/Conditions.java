package com.wecomesb.rule.condition;

import com.google.re2j.PatternSyntaxException;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code when} and {@code unless}. A new condition is one class and one line in {@link #readers}; what cannot be
 * read is a mistake with its place.
 */
public final class Conditions {

    private final Map<String, List<String>> vocabularies;
    private final Mistakes mistakes;
    private final Map<String, Function<YamlNode, Condition>> readers = new LinkedHashMap<>();

    /** @param vocabularies the words behind each {@code $name} */
    public Conditions(Map<String, List<String>> vocabularies, Mistakes mistakes) {
        this.vocabularies = vocabularies;
        this.mistakes = mistakes;
        readers.put("keywords", this::keywords);
        readers.put("regex", this::regex);
        readers.put("message", node -> oneOf(node.get("type").orElse(node), "消息类型", Facts::messageType));
        readers.put("channel", node -> oneOf(node, "渠道", Facts::channel));
        readers.put("account", node -> oneOf(node, "账号", Facts::account));
        readers.put("brand", node -> oneOf(node, "品牌", Facts::brand));
        readers.put("tag", node -> new TagCondition(texts(node)));
        readers.put("conversation", this::conversation);
        readers.put("all", node -> new AllCondition(list(node)));
        readers.put("any", node -> new AnyCondition(list(node)));
    }

    /** @param unless nothing where the rule has none */
    public Condition read(java.util.Optional<YamlNode> when, java.util.Optional<YamlNode> unless) {
        List<Condition> lines = new ArrayList<>(when.map(this::lines).orElse(List.of()));
        unless.ifPresent(node -> lines.add(new UnlessCondition(new AnyCondition(lines(node)))));
        if (lines.isEmpty()) {
            return new AlwaysCondition();
        }
        return lines.size() == 1 ? lines.get(0) : new AllCondition(List.copyOf(lines));
    }

    private List<Condition> lines(YamlNode node) {
        List<Condition> lines = new ArrayList<>();
        if (!node.isMap()) {
            mistakes.add(node, "条件要写成“名字: 值”,可用:" + String.join("、", readers.keySet()));
            return lines;
        }
        Map<String, YamlNode> keys = node.keys().stream()
                .collect(Collectors.toMap(YamlNode::text, Function.identity(), (one, other) -> one));
        node.map().forEach((name, value) -> {
            Function<YamlNode, Condition> reader = readers.get(name);
            if (reader == null) {
                mistakes.add(
                        keys.getOrDefault(name, node), "没有条件“" + name + "”,可用:" + String.join("、", readers.keySet()));
            } else {
                lines.add(reader.apply(value));
            }
        });
        return lines;
    }

    private List<Condition> list(YamlNode node) {
        List<Condition> all = new ArrayList<>();
        if (node.isMap()) {
            return lines(node);
        }
        for (YamlNode item : node.items()) {
            List<Condition> lines = lines(item);
            all.add(lines.size() == 1 ? lines.get(0) : new AllCondition(lines));
        }
        return all;
    }

    private Condition keywords(YamlNode node) {
        if (!node.isMap()) {
            return new KeywordsCondition(terms(node), List.of(), List.of(), false);
        }
        for (YamlNode key : node.keys()) {
            if (!Set.of("any", "all", "except", "mode").contains(key.text())) {
                mistakes.add(key, "keywords 里没有“" + key.text() + "”,可用:any、all、except、mode");
            }
        }
        String mode = node.get("mode").map(YamlNode::text).orElse("contains");
        if (!Set.of("contains", "exact").contains(mode)) {
            mistakes.add(node.get("mode").orElse(node), "mode 只能是 contains 或 exact");
        }
        BiFunction<String, YamlNode, List<String>> part =
                (name, map) -> map.get(name).map(this::terms).orElse(List.of());
        KeywordsCondition condition = new KeywordsCondition(
                part.apply("any", node), part.apply("all", node), part.apply("except", node), mode.equals("exact"));
        if (node.get("any").isEmpty() && node.get("all").isEmpty()) {
            mistakes.add(node, "keywords 至少要有 any 或 all");
        }
        return condition;
    }

    private List<String> terms(YamlNode node) {
        Set<String> terms = new LinkedHashSet<>();
        for (YamlNode item : node.items()) {
            String written = item.text();
            if (written.startsWith("$")) {
                List<String> words = vocabularies.get(written.substring(1));
                if (words == null) {
                    mistakes.add(
                            item,
                            "没有词表“" + written + "”,可用:"
                                    + vocabularies.keySet().stream()
                                            .map(name -> "$" + name)
                                            .collect(Collectors.joining("、")));
                } else {
                    words.forEach(word -> terms.add(Normalizer.normalize(word)));
                }
            } else if (Normalizer.normalize(written).isEmpty()) {
                mistakes.add(item, "关键词不能为空");
            } else {
                terms.add(Normalizer.normalize(written));
            }
        }
        return List.copyOf(terms);
    }

    private Condition regex(YamlNode node) {
        try {
            return new RegexCondition(node.text());
        } catch (PatternSyntaxException exception) {
            mistakes.add(node, "正则写错了:" + exception.getDescription());
            return new AlwaysCondition();
        }
    }

    private Condition oneOf(YamlNode node, String name, Function<Facts, String> fact) {
        return new OneOfCondition(name, fact, texts(node));
    }

    private Condition conversation(YamlNode node) {
        List<Condition> lines = new ArrayList<>();
        node.map().forEach((name, value) -> {
            switch (name) {
                case "state" -> lines.add(oneOf(value, "会话状态", Facts::conversationState));
                case "unanswered" -> lines.add(new UnansweredCondition(number(value)));
                default -> mistakes.add(value, "conversation 里没有“" + name + "”,可用:state、unanswered");
            }
        });
        return new AllCondition(lines);
    }

    private int number(YamlNode node) {
        if (!node.text().matches("[0-9]{1,6}")) {
            mistakes.add(node, "要写一个数字");
            return 0;
        }
        return Integer.parseInt(node.text());
    }

    private static Set<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
