package com.wecomesb.understanding.classifier;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One way to look at a text: the features that it has. */
interface View {

    /** The features of a text, without repetitions, sorted. */
    Set<String> of(String text);

    /** Characters and pairs of neighbouring ones, punctuation apart. */
    static View characters() {
        Pattern separators = Pattern.compile("[\\p{Punct}\\s，。！？~、]+");
        return text -> {
            String words = separators.matcher(text).replaceAll(" ");
            Set<String> grams = new TreeSet<>();
            for (int i = 0; i < words.length(); i++) {
                add(grams, words.substring(i, i + 1));
                add(grams, words.substring(i, Math.min(words.length(), i + 2)));
            }
            return grams;
        };
    }

    private static void add(Set<String> grams, String gram) {
        if (!gram.isBlank()) {
            grams.add(gram);
        }
    }

    /** Syllables and pairs of neighbouring ones: what is typed wrongly mostly sounds right. */
    static View syllables() {
        return text -> {
            List<String> syllables = new ArrayList<>();
            for (Pinyin pinyin : HanLP.convertToPinyinList(text)) {
                syllables.add(pinyin.getPinyinWithoutTone());
            }
            Set<String> grams = new TreeSet<>(syllables);
            for (int i = 0; i + 1 < syllables.size(); i++) {
                grams.add(syllables.get(i) + "-" + syllables.get(i + 1));
            }
            return grams;
        };
    }

    /** What the text speaks of, whatever the words. */
    static View concepts(Vocabulary vocabulary) {
        return vocabulary::of;
    }

    /** How long it is, whether it asks, exclaims, has a number. */
    static View shape() {
        Pattern question = Pattern.compile("[吗么嘛不没?？呢]\\s*[?？]?$");
        return text -> {
            Set<String> shape = new TreeSet<>();
            int length = text.length();
            shape.add("length " + (length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : length < 25 ? 3 : 4));
            addIf(question.matcher(text).find(), "question", shape);
            addIf(text.indexOf('!') >= 0, "exclamation", shape);
            addIf(text.indexOf(Digits.LONG) >= 0, "long number", shape);
            addIf(text.indexOf(Digits.SHORT) >= 0, "number", shape);
            return shape;
        };
    }

    private static void addIf(boolean holds, String feature, Set<String> shape) {
        if (holds) {
            shape.add(feature);
        }
    }
}
