package com.wecomesb.understanding;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text as a direction in the space of its words and pairs of characters: the angle between two texts says how alike
 * they are. How much a word counts is taken from how rare it is in Chinese, not in this library, so that two texts are
 * as alike tomorrow, when the library has grown, as they are today.
 *
 * @param names of the features, each once
 * @param weights of the names, in their order; together they have the length 1, or less where a text says next to nothing
 */
record Features(List<String> names, float[] weights) {

    private static final Features NONE = new Features(List.of(), new float[0]);

    /** A question is a sentence; what follows after so many characters is no longer looked at. */
    private static final int LONGEST = 200;

    /** Numbers of orders, phones and parcels say nothing about what is asked. */
    private static final int LONG_NUMBER = 4;

    /** How often HanLP's core dictionary has seen the commonest word of all, 的. */
    private static final double COMMONEST = 54_478;

    /** How much a function word (怎么, 我, 吗) counts of what its rarity alone would say. */
    private static final double FUNCTION_WORD = 0.4;

    /** How much a pair of characters counts of what its words do: it finds 退个货 beside 退货. */
    private static final double PAIR = 0.8;

    /** Function words and words of politeness that HanLP's list of stop words does not have. */
    private static final Set<String> FURTHER_FUNCTION_WORDS = Set.of(
            "怎么", "什么", "怎样", "怎么样", "怎么办", "咋", "咋办", "为什么", "想", "一下", "请问", "你好", "您好", "亲", "麻烦", "谢谢", "老板", "客服");

    /** The length of a text that says nothing but one ordinary word; with less, a likeness would be chance. */
    private static final double LEAST = 0.7;

    private static final Segment SEGMENT = HanLP.newSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enablePlaceRecognize(false)
            .enableOrganizationRecognize(false)
            .enablePartOfSpeechTagging(false);

    /** Of a normalised text. */
    static Features of(String normalizedText) {
        String text = normalizedText.length() > LONGEST ? normalizedText.substring(0, LONGEST) : normalizedText;
        Map<String, Double> weights = new HashMap<>();
        String before = "";
        double weightBefore = 0;
        for (Term term : SEGMENT.seg(text)) {
            String word = letters(term.word);
            if (word.isEmpty() || isLongNumber(word)) {
                before = "";
                continue;
            }
            double weight = weight(word);
            weights.merge(word, weight, Math::max);
            for (int i = 0; i < word.length(); i++) {
                String character = word.substring(i, i + 1);
                if (!before.isEmpty()) {
                    weights.merge("+" + before + character, PAIR * (weightBefore + weight) / 2, Math::max);
                }
                before = character;
                weightBefore = weight;
            }
        }
        return weights.isEmpty() ? NONE : unit(weights);
    }

    private static String letters(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLongNumber(String word) {
        return word.length() >= LONG_NUMBER && word.chars().allMatch(Character::isDigit);
    }

    private static double weight(String word) {
        double rarity = 1 - Math.log(1 + CoreDictionary.getTermFrequency(word)) / Math.log(1 + COMMONEST);
        boolean functional = CoreStopWordDictionary.contains(word) || FURTHER_FUNCTION_WORDS.contains(word);
        return functional ? FUNCTION_WORD * rarity : rarity;
    }

    private static Features unit(Map<String, Double> weights) {
        double length = Math.max(
                LEAST,
                Math.sqrt(weights.values().stream()
                        .mapToDouble(weight -> weight * weight)
                        .sum()));
        List<String> names = weights.keySet().stream().sorted().toList();
        float[] unit = new float[names.size()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (weights.getOrDefault(names.get(i), 0.0) / length);
        }
        return new Features(names, unit);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** The cosine of the angle between the two: 0 (nothing in common) to 1 (the same but for order and punctuation). */
    double likeness(Features other) {
        if (names.equals(other.names)) {
            return 1;
        }
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < weights.length && j < other.weights.length) {
            int order = names.get(i).compareTo(other.names.get(j));
            if (order == 0) {
                sum += weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return Math.min(1, sum);
    }
}
