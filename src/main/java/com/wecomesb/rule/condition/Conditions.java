package com.wecomesb.rule.condition;

import com.google.re2j.PatternSyntaxException;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code when} and {@code unless} of the rules of one file. A new condition is one class and one line in the
 * constructor; what cannot be read is a mistake with its place.
 */
public final class Conditions {

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
        FactReader facts = new FactReader(references, mistakes);
        readers.put("message", facts::message);
        ContactReader contact = new ContactReader(mistakes);
        readers.put("tag", contact::tag);
        readers.put("attribute", contact::attribute);
        readers.put("region", contact::region);
        readers.put("rfm", contact::rfm);
        readers.put("contact", contact::contact);
        readers.put("identity", contact::identity);
        readers.put("channel", facts::channel);
        readers.put("app", facts::app);
        readers.put("account", facts::account);
        readers.put("brand", facts::brand);
        readers.put("conversation", new ConversationReader(facts, mistakes)::conversation);
        readers.put("time", new TimeReader(references, mistakes)::time);
        BehaviourReader behaviour = new BehaviourReader(mistakes);
        readers.put("count", behaviour::count);
        readers.put("clicked", facts::clicked);
        readers.put("card", behaviour::card);
        readers.put("state", behaviour::state);
        readers.put("ticket", behaviour::ticket);
        readers.put("data", behaviour::data);
        readers.put("all", node -> List.of(new AllOf(nested(node))));
        readers.put("any", node -> List.of(new AnyOf(nested(node))));
    }

    /** The lines of a rule, all of which must hold: those of {@code when}, and as the last one that none of {@code unless} does. */
    public List<Condition> read(Optional<YamlNode> when, Optional<YamlNode> unless) {
        List<Condition> lines = when.map(this::lines).orElseGet(ArrayList::new);
        unless.ifPresent(node -> lines.add(new UnlessCondition(new AnyOf(grouped(node)))));
        return List.copyOf(lines);
    }

    /** The names in the conditions read so far that other files have to know. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    private List<Condition> lines(YamlNode node) {
        List<Condition> lines = new ArrayList<>();
        parts(node).forEach(lines::addAll);
        return lines;
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
        List<YamlNode> keys = node.keys();
        if (keys.isEmpty()) {
            mistakes.add(node, "条件要写成“名字: 值”,可用:" + known());
        }
        for (YamlNode key : keys) {
            String name = key.text();
            Function<YamlNode, List<Condition>> reader = readers.get(name);
            if (reader != null) {
                lines.add(reader.apply(node.under(key)));
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
}
