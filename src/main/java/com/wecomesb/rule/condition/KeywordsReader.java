package com.wecomesb.rule.condition;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code keywords: {any: […], all: […], except: […], mode: contains|exact}} or a list, which means any. */
final class KeywordsReader {

    private static final KnownKeys KEYS = KnownKeys.of("keywords ", "any", "all", "except", "mode");

    private final Vocabularies vocabularies;
    private final Mistakes mistakes;

    KeywordsReader(Vocabularies vocabularies, Mistakes mistakes) {
        this.vocabularies = vocabularies;
        this.mistakes = mistakes;
    }

    /** A condition for each part, so that an explanation can tell which of them failed. */
    List<Condition> read(YamlNode node) {
        if (!node.isMap()) {
            return List.of(new MentionsAny(vocabularies.read(node, false)));
        }
        KEYS.check(node, mistakes);
        boolean exact = isExact(node);
        List<Condition> parts = new ArrayList<>();
        node.get("any").ifPresent(list -> {
            List<Term> terms = vocabularies.read(list, exact);
            parts.add(exact ? new ExactCondition(terms) : new MentionsAny(terms));
        });
        node.get("all").ifPresent(list -> parts.add(new MentionsAll(vocabularies.read(list, false))));
        if (parts.isEmpty()) {
            mistakes.add(node, "keywords 至少要有 any 或 all");
        }
        node.get("except").ifPresent(list -> parts.add(new ExceptCondition(vocabularies.read(list, false))));
        return parts;
    }

    private boolean isExact(YamlNode node) {
        YamlNode mode = node.get("mode").orElse(null);
        if (mode == null || mode.text().equals("contains")) {
            return false;
        }
        if (mode.text().equals("fuzzy")) {
            mistakes.add(mode, "mode: fuzzy 以后的版本才支持");
        } else if (!mode.text().equals("exact")) {
            mistakes.add(mode, "mode 只能是 contains 或 exact");
        } else if (node.get("all").isPresent()) {
            mistakes.add(mode, "mode: exact 是整句等于一个词,不能和 all 一起用");
        }
        return mode.text().equals("exact");
    }
}
