package com.wecomesb.rule.condition;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.term.Core;
import com.wecomesb.rule.term.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads lists of keywords, with the named lists of the file ({@code $退货}) in the places where they are named. */
final class Vocabularies {

    private final Map<String, List<YamlNode>> lists = new LinkedHashMap<>();
    private final Terms terms;
    private final Mistakes mistakes;

    Vocabularies(YamlNode file, Terms terms, Mistakes mistakes) {
        this.terms = terms;
        this.mistakes = mistakes;
        file.get("vocabularies").ifPresent(this::read);
    }

    private void read(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "vocabularies 要写成“词表名: [词, 词]”");
        }
        node.map().forEach((name, list) -> {
            list.items().forEach(this::check);
            lists.put(name, list.items());
        });
    }

    private void check(YamlNode item) {
        if (item.text().startsWith("$")) {
            mistakes.add(item, "词表里不能再引用词表“" + item.text() + "”,请把词直接写出来");
        } else {
            Keyword.check(item, mistakes);
        }
    }

    /** The terms of a list, each once; with {@code core} without the punctuation around them. */
    List<Term> read(YamlNode list, boolean core) {
        return list.items().stream()
                .flatMap(this::words)
                .map(item -> item.text().strip())
                .map(written -> term(written, core))
                .collect(Collectors.toMap(Term::id, term -> term, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Term term(String written, boolean core) {
        String normalized = Normalizer.normalize(written);
        return new Term(terms.id(core ? Core.text(normalized) : normalized), written);
    }

    private Stream<YamlNode> words(YamlNode item) {
        if (!item.text().startsWith("$")) {
            return Keyword.check(item, mistakes) ? Stream.of(item) : Stream.empty();
        }
        List<YamlNode> words = lists.get(item.text().substring(1));
        if (words == null) {
            mistakes.add(item, "没有词表“" + item.text() + "”" + known());
            return Stream.empty();
        }
        return words.stream().filter(Keyword::isUsable);
    }

    private String known() {
        return lists.isEmpty()
                ? ",这个文件里没有 vocabularies"
                : ",可用:" + lists.keySet().stream().map(name -> "$" + name).collect(Collectors.joining("、"));
    }
}
