package com.wecomesb.connector.description;

import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.JsltMistaken;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Optional;

/** A map of a connector file, whose values are read with the mistakes noted where they stand. */
record Section(YamlNode node, String what, Mistakes mistakes) {

    /** Refuses keys that the section does not have. */
    Section allowing(String... keys) {
        if (node.isMap()) {
            KnownKeys.of(what, keys).check(node, mistakes);
        } else {
            mistakes.add(node, what + "要写成几行“名字: 值”");
        }
        return this;
    }

    Optional<YamlNode> find(String key) {
        return node.get(key);
    }

    String text(String key, String otherwise) {
        return node.get(key).map(YamlNode::text).orElse(otherwise);
    }

    /** Empty, with the mistake noted, when it is missing. */
    String required(String key) {
        Optional<YamlNode> value = node.get(key);
        if (value.isEmpty() || value.get().text().isBlank()) {
            mistakes.add(value.orElse(node), what + "缺少 " + key);
            return "";
        }
        return value.get().text();
    }

    boolean flag(String key) {
        return node.get(key).map(YamlNode::text).orElse("").equals("true");
    }

    Optional<Jslt> expression(String key) {
        return node.get(key).flatMap(this::expression);
    }

    private Optional<Jslt> expression(YamlNode value) {
        try {
            return Optional.of(Jslt.parse(value.text()));
        } catch (JsltMistaken mistaken) {
            mistakes.add(value, String.valueOf(mistaken.getMessage()));
            return Optional.empty();
        }
    }

    /** {@code null} written as such when it is missing: the mistake is noted, the file is not used. */
    Jslt requiredExpression(String key) {
        Optional<YamlNode> value = node.get(key);
        if (value.isEmpty()) {
            mistakes.add(node, what + "缺少 " + key);
        }
        return value.flatMap(this::expression).orElseGet(() -> Jslt.parse("null"));
    }

    Section section(YamlNode child, String name) {
        return new Section(child, name, mistakes);
    }
}
