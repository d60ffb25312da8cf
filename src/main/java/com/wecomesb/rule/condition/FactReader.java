package com.wecomesb.rule.condition;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Position;
import com.wecomesb.rule.condition.Reference.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the conditions that are a fact of one word: {@code message}, {@code channel}, {@code account}, {@code brand}, … */
final class FactReader {

    private static final KnownKeys MESSAGE = KnownKeys.of("message ", "type");
    private static final List<String> CHANNELS = List.of("kf", "app", "contact", "group", "robot");

    private final List<Reference> references;
    private final Mistakes mistakes;

    /** @param references takes the names that other files have to know */
    FactReader(List<Reference> references, Mistakes mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    List<Condition> message(YamlNode node) {
        MESSAGE.check(node, mistakes);
        YamlNode types = node.get("type").orElse(null);
        if (types == null) {
            mistakes.add(node, "message 要写成 {type: [image, voice]}");
            return List.of();
        }
        for (YamlNode type : types.items()) {
            if (!MessageTypes.KNOWN.contains(type.text())) {
                mistakes.add(type, "没有消息类型“" + type.text() + "”" + Suggestion.of(type.text(), MessageTypes.KNOWN));
            }
        }
        return oneOf(types, Fact.MESSAGE_TYPE);
    }

    List<Condition> channel(YamlNode node) {
        for (YamlNode channel : node.items()) {
            if (!CHANNELS.contains(channel.text())) {
                mistakes.add(channel, "没有渠道“" + channel.text() + "”" + Suggestion.of(channel.text(), CHANNELS));
            }
        }
        return oneOf(node, Fact.CHANNEL);
    }

    List<Condition> app(YamlNode node) {
        return named(node, Fact.APP, Kind.APP);
    }

    List<Condition> account(YamlNode node) {
        return named(node, Fact.ACCOUNT, Kind.ACCOUNT);
    }

    List<Condition> brand(YamlNode node) {
        return named(node, Fact.BRAND, Kind.BRAND);
    }

    List<Condition> clicked(YamlNode node) {
        return oneOf(node, Fact.CLICKED);
    }

    private List<Condition> named(YamlNode node, Fact fact, Kind kind) {
        node.items().forEach(item -> references.add(new Reference(kind, item.text(), Position.of(item))));
        return oneOf(node, fact);
    }

    List<Condition> oneOf(YamlNode node, Fact fact) {
        return List.of(new OneOfCondition(fact, texts(node)));
    }

    static Set<String> texts(YamlNode node) {
        Set<String> texts = new LinkedHashSet<>();
        node.items().forEach(item -> texts.add(item.text()));
        return texts;
    }
}
