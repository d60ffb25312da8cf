package com.wecomesb.rule.condition;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that say the same: a rule that asks for one of a group is content with any other of it. Groups do not reach
 * through each other. Immutable.
 */
final class Synonyms {

    private final Map<String, List<Word>> groups;

    private Synonyms(Map<String, List<Word>> groups) {
        this.groups = groups;
    }

    /** The others of the word's groups. */
    List<Word> of(Word word) {
        String normalized = word.normalized();
        List<Word> group = groups.get(normalized);
        if (group == null) {
            return List.of();
        }
        return group.stream()
                .filter(other -> !other.normalized().equals(normalized))
                .toList();
    }

    /** Collects the groups of all files. */
    static final class Builder {

        private final Map<String, List<Word>> groups = new LinkedHashMap<>();
        private final Mistakes mistakes;

        Builder(Mistakes mistakes) {
            this.mistakes = mistakes;
        }

        void read(YamlNode lists) {
            if (!lists.isList()) {
                mistakes.add(lists, "synonyms 要写成列表,每一项是一组同义词:- [退货, 退换]");
                return;
            }
            lists.items().forEach(this::group);
        }

        private void group(YamlNode list) {
            List<Word> words = Word.of(list, mistakes);
            if (words.size() < 2) {
                mistakes.add(list, "一组同义词至少要有两个词:[退货, 退换]");
                return;
            }
            for (Word word : words) {
                if (word.isName()) {
                    word.mistake("同义词里不能引用词表,请把词直接写出来");
                } else {
                    word.check();
                }
            }
            List<Word> usable = words.stream()
                    .filter(word -> !word.isName() && word.isUsable())
                    .toList();
            usable.forEach(word -> groups.merge(
                    word.normalized(),
                    usable,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        }

        Synonyms build() {
            return new Synonyms(groups);
        }
    }
}
