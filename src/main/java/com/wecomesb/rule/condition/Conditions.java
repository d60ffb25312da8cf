package com.wecomesb.rule.condition;

import com.google.re2j.PatternSyntaxException;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code when} and {@code unless} of the rules of one file. A new condition is one class and one line in the
 * constructor; what cannot be read is a mistake with its place.
 */
public final class Conditions {

    private static final KnownKeys MESSAGE = KnownKeys.of("message ", "type");
    private static final KnownKeys CONVERSATION = KnownKeys.of("conversation ", "state", "unanswered");
    private static final Set<String> LATER = Set.of("identity", "time", "count");

    private final Map<String, Function<YamlNode, List<Condition>>> readers = new LinkedHashMap<>();
    private final Terms terms;
    private final Mistakes mistakes;
    private final List<Reference> references = new ArrayList<>();

    /** @param vocabularies those that the conditions may name */
    public Conditions(Vocabularies vocabularies, Terms terms, Mistakes mistakes) {
        this.terms = terms;
        this.mistakes = mistakes;
        KeywordsReader keywords = new KeywordsReader(new Keywords(vocabularies, terms), vocabularies, mistakes);
        readers.put("keywords", keywords::read);
        readers.put("regex", this::regex);
        LanguageReader language = new LanguageReader(references, mistakes);
        readers.put("intent", language::intent);
        readers.put("similar", language::similar);
        readers.put("sentiment", language::sentiment);
        readers.put("message", this::message);
        readers.put("tag", node -> List.of(new TagCondition(texts(node))));
        readers.put("attribute", this::attributes);
        readers.put("channel", node -> oneOf(node, Fact.CHANNEL));
        readers.put("account", node -> oneOf(node, Fact.ACCOUNT));
        readers.put("brand", node -> oneOf(node, Fact.BRAND));
        readers.put("conversation", this::conversation);
        readers.put("all", node -> List.of(new AllOf(nested(node))));
        readers.put("any", node -> List.of(new AnyOf(nested(node))));
    }

    /** The lines of a rule, all of which must hold: those of {@code when}, and as the last one that none of {@code unless} does. */
    public List<Condition> read(Optional<YamlNode> when, Optional<YamlNode> unless) {
        List<Condition> lines = new ArrayList<>(when.map(this::lines).orElse(List.of()));
        unless.ifPresent(node -> lines.add(new UnlessCondition(new AnyOf(grouped(node)))));
        return List.copyOf(lines);
    }

    /** The names in the conditions read so far that other files have to know. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    private List<Condition> lines(YamlNode node) {
        return parts(node).stream().flatMap(List::stream).toList();
    }

    /** One condition for each line, also where a line has several parts. */
    private List<Condition> grouped(YamlNode node) {
        return parts(node).stream().map(Conditions::together).toList();
    }

    private static Condition together(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    private List<List<Condition>> parts(YamlNode node) {
        List<List<Condition>> lines = new ArrayList<>();
        if (!node.isMap() || node.keys().isEmpty()) {
            mistakes.add(node, "条件要写成“名字: 值”,可用:" + known());
        }
        for (YamlNode key : node.keys()) {
            String name = key.text();
            Function<YamlNode, List<Condition>> reader = readers.get(name);
            if (reader != null) {
                lines.add(reader.apply(node.map().getOrDefault(name, key)));
            } else if (LATER.contains(name)) {
                mistakes.add(key, "条件“" + name + "”以后的版本才支持");
            } else {
                mistakes.add(key, "没有条件“" + name + "”" + Suggestion.of(name, readers.keySet()));
            }
        }
        return lines;
    }

    private String known() {
        return String.join("、", readers.keySet());
    }

    /** Of {@code all} and {@code any}: the items of a list, each with all its lines, or the lines of a map. */
    private List<Condition> nested(YamlNode node) {
        return node.isMap()
                ? grouped(node)
                : node.items().stream().map(item -> together(lines(item))).toList();
    }

    private List<Condition> regex(YamlNode node) {
        try {
            return List.of(RegexCondition.of(node.text(), terms));
        } catch (PatternSyntaxException exception) {
            mistakes.add(node, "正则写错了:" + RegexMistake.words(exception));
            return List.of();
        }
    }

    private List<Condition> message(YamlNode node) {
        MESSAGE.check(node, mistakes);
        return node.get("type").map(types -> oneOf(types, Fact.MESSAGE_TYPE)).orElseGet(() -> {
            mistakes.add(node, "message 要写成 {type: [image, voice]}");
            return List.of();
        });
    }

    private List<Condition> attributes(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "attribute 要写成 {属性名: 值},例如 {spent: {at-least: 1000}}");
        }
        List<Condition> all = new ArrayList<>();
        node.map().forEach((name, value) -> all.add(new AttributeCondition(name, Comparison.read(value, mistakes))));
        return all;
    }

    private List<Condition> conversation(YamlNode node) {
        CONVERSATION.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        node.get("state").ifPresent(value -> lines.addAll(oneOf(value, Fact.STATE)));
        node.get("unanswered").ifPresent(value -> lines.add(new UnansweredCondition(number(value))));
        return lines;
    }

    private int number(YamlNode node) {
        if (!node.text().matches("[0-9]{1,6}")) {
            mistakes.add(node, "要写一个数字");
            return 0;
        }
        return Integer.parseInt(node.text());
    }

    private static List<Condition> oneOf(YamlNode node, Fact fact) {
        return List.of(new OneOfCondition(fact, texts(node)));
    }

    private static Set<String> texts(YamlNode node) {
        Set<String> texts = new LinkedHashSet<>();
        node.items().forEach(item -> texts.add(item.text()));
        return texts;
    }
}
