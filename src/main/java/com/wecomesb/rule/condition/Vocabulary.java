package com.wecomesb.rule.condition;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.List;

/**
 * A named list of words.
 *
 * @param level of the domain, or 0 for none: 1 words of the trade, 2 of brands, 3 of what customers are and have
 * @param words may name other vocabularies
 */
record Vocabulary(String name, int level, List<Word> words) {

    private static final KnownKeys KEYS = KnownKeys.of("词表", "level", "description", "terms");

    /** A list, or {@code {level, description, terms}}. */
    static Vocabulary read(String name, YamlNode node, int levelOfFile, Mistakes mistakes) {
        YamlNode terms = node;
        int level = levelOfFile;
        if (node.isMap()) {
            KEYS.check(node, mistakes);
            terms = node.get("terms").orElse(node);
            level = node.get("level").map(value -> level(value, mistakes)).orElse(levelOfFile);
            if (terms.isMap()) {
                mistakes.add(node, "词表“" + name + "”里没有 terms: [词, 词]");
                return new Vocabulary(name, level, List.of());
            }
        }
        List<Word> words = Word.of(terms, mistakes);
        words.stream().filter(word -> !word.isName()).forEach(Word::check);
        return new Vocabulary(name, level, words);
    }

    /** 1, 2 or 3; anything else is a mistake, and 0. */
    static int level(YamlNode node, Mistakes mistakes) {
        if (!node.text().matches("[123]")) {
            mistakes.add(node, "level 只能是 1(行业词)、2(品牌词)或 3(客户特征词)");
            return 0;
        }
        return Integer.parseInt(node.text());
    }
}
