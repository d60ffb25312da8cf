package com.wecomesb.rule.condition;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code keywords: {any: […], all: […], levels: […], except: […], mode: contains|exact|fuzzy}} or a list, which
 * means any.
 */
final class KeywordsReader {

    private static final KnownKeys KEYS = KnownKeys.of("keywords ", "any", "all", "levels", "except", "mode");

    private final Keywords keywords;
    private final Vocabularies vocabularies;
    private final Mistakes mistakes;

    KeywordsReader(Keywords keywords, Vocabularies vocabularies, Mistakes mistakes) {
        this.keywords = keywords;
        this.vocabularies = vocabularies;
        this.mistakes = mistakes;
    }

    /** A condition for each part, so that an explanation can tell which of them failed. */
    List<Condition> read(YamlNode node) {
        if (!node.isMap()) {
            return List.of(keywords.any(Word.of(node, mistakes), KeywordMode.CONTAINS));
        }
        KEYS.check(node, mistakes);
        KeywordMode mode = mode(node);
        List<Condition> parts = new ArrayList<>();
        node.get("any").ifPresent(list -> parts.add(keywords.any(Word.of(list, mistakes), mode)));
        node.get("all").ifPresent(list -> parts.add(keywords.all(Word.of(list, mistakes), mode)));
        node.get("levels").ifPresent(list -> list.items().forEach(item -> level(item, mode, parts)));
        if (parts.isEmpty()) {
            mistakes.add(node, "keywords 至少要有 any、all 或 levels");
        }
        node.get("except").ifPresent(list -> parts.add(keywords.except(Word.of(list, mistakes), mode)));
        return parts;
    }

    private void level(YamlNode item, KeywordMode mode, List<Condition> parts) {
        int level = Vocabulary.level(item, mistakes);
        if (level > 0 && vocabularies.ofLevel(level).isEmpty()) {
            mistakes.add(item, "没有 level 为 " + level + " 的词表,请在 vocabularies/ 里写一个");
        }
        parts.add(keywords.level(level, mode));
    }

    private KeywordMode mode(YamlNode node) {
        YamlNode mode = node.get("mode").orElse(null);
        if (mode == null || mode.text().equals("contains")) {
            return KeywordMode.CONTAINS;
        }
        if (mode.text().equals("fuzzy")) {
            return KeywordMode.FUZZY;
        }
        if (!mode.text().equals("exact")) {
            mistakes.add(mode, "mode 只能是 contains、exact 或 fuzzy");
            return KeywordMode.CONTAINS;
        }
        if (node.get("all").isPresent() || node.get("levels").isPresent()) {
            mistakes.add(mode, "mode: exact 是整句等于一个词,不能和 all、levels 一起用");
        }
        return KeywordMode.EXACT;
    }
}
