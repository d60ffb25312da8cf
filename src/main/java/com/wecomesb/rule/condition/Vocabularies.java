package com.wecomesb.rule.condition;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The named lists of words that rules may use: those of {@code routes/vocabularies/*.yaml}, which all files share, and over
 * them those of one rule file. What a list says by the name of another is resolved here. Immutable.
 */
public final class Vocabularies {

    private static final FileSchema SCHEMA = FileSchema.named("vocabularies");
    private static final KnownKeys KEYS = KnownKeys.of("词表文件", "description", "level", "vocabularies", "synonyms");

    private final Map<String, Vocabulary> byName;
    private final Synonyms synonyms;

    private Vocabularies(Map<String, Vocabulary> byName, Synonyms synonyms) {
        this.byName = byName;
        this.synonyms = synonyms;
    }

    /** Reads the roots of vocabulary files, {@code docs/schema/vocabularies.schema.json}. */
    public static Vocabularies shared(List<YamlNode> files, Mistakes mistakes) {
        Map<String, Vocabulary> byName = new LinkedHashMap<>();
        Synonyms.Builder synonyms = new Synonyms.Builder(mistakes);
        for (YamlNode file : files) {
            int before = mistakes.list().size();
            KEYS.check(file, mistakes);
            int level = file.get("level")
                    .map(node -> Vocabulary.level(node, mistakes))
                    .orElse(0);
            add(file, level, byName, mistakes);
            file.get("synonyms").ifPresent(synonyms::read);
            if (mistakes.list().size() == before) {
                SCHEMA.check(file, mistakes);
            }
        }
        return new Vocabularies(byName, synonyms.build()).checked();
    }

    /** These, and those of a rule file over them. */
    public Vocabularies with(YamlNode ruleFile, Mistakes mistakes) {
        if (ruleFile.get("vocabularies").isEmpty()) {
            return this;
        }
        Map<String, Vocabulary> own = new LinkedHashMap<>();
        add(ruleFile, 0, own, mistakes);
        Map<String, Vocabulary> all = new LinkedHashMap<>(byName);
        all.putAll(own);
        Vocabularies together = new Vocabularies(all, synonyms);
        own.values().forEach(together::check);
        return together;
    }

    private static void add(YamlNode file, int level, Map<String, Vocabulary> into, Mistakes mistakes) {
        YamlNode named = file.get("vocabularies").orElse(null);
        if (named == null) {
            return;
        }
        if (!named.isMap()) {
            mistakes.add(named, "vocabularies 要写成“词表名: [词, 词]”");
        }
        named.map().forEach((name, node) -> {
            if (into.put(name, Vocabulary.read(name, node, level, mistakes)) != null) {
                mistakes.add(node, "词表“" + name + "”在另一个文件里已经有了,请合并或改名");
            }
        });
    }

    private Vocabularies checked() {
        byName.values().forEach(this::check);
        return this;
    }

    private void check(Vocabulary vocabulary) {
        vocabulary
                .words()
                .forEach(word -> resolve(word, Set.of(vocabulary.name())).forEach(found -> {}));
    }

    /** The words of a list, with those of the vocabularies that it names in their places. */
    List<Word> words(List<Word> list) {
        List<Word> words = new ArrayList<>(list.size());
        for (Word word : list) {
            if (word.isName()) {
                resolve(word, Set.of()).forEach(words::add);
            } else if (word.isUsable()) {
                words.add(word);
            } else {
                word.check();
            }
        }
        return words;
    }

    /** @param within the vocabularies that are being resolved */
    private Stream<Word> resolve(Word word, Set<String> within) {
        if (!word.isName()) {
            return Stream.of(word).filter(Word::isUsable);
        }
        Vocabulary named = byName.get(word.name());
        if (named == null) {
            word.mistake("没有词表“" + word.text() + "”" + known(word));
            return Stream.of();
        }
        if (within.contains(word.name())) {
            word.mistake("词表互相引用:" + String.join(" → ", within) + " → " + word.name());
            return Stream.of();
        }
        Set<String> deeper = new LinkedHashSet<>(within);
        deeper.add(word.name());
        return named.words().stream().flatMap(inner -> resolve(inner, deeper));
    }

    private String known(Word word) {
        Set<String> names =
                byName.keySet().stream().map(name -> "$" + name).collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() ? ",还没有任何 vocabularies" : Suggestion.of(word.text(), names);
    }

    /** All words of a level. */
    List<Word> ofLevel(int level) {
        return byName.values().stream()
                .filter(vocabulary -> vocabulary.level() == level)
                .flatMap(vocabulary -> words(vocabulary.words()).stream())
                .toList();
    }

    Synonyms synonyms() {
        return synonyms;
    }
}
