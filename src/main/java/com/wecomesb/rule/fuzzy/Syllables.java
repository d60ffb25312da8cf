package com.wecomesb.rule.fuzzy;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sounds of characters: numbers of Mandarin's syllables without their tones, all readings of a character. What has
 * no reading sounds like itself.
 */
final class Syllables {

    /** Sounds from here on are characters that have no reading. */
    private static final int ITSELF = 1024;

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final int[][] READINGS = readings();
    private static final int[][] LATIN = latin();
    private static final int[][] ALONE = alone();

    private Syllables() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Pinyin pinyin : Pinyin.values()) {
            if (pinyin != Pinyin.none5) {
                numbers.putIfAbsent(pinyin.getPinyinWithoutTone(), numbers.size());
            }
        }
        numbers.put("lue", numbers.getOrDefault("lve", 0));
        numbers.put("nue", numbers.getOrDefault("nve", 0));
        return Map.copyOf(numbers);
    }

    /** The numbers of the syllables by their letters. */
    static Map<String, Integer> written() {
        return NUMBERS;
    }

    private static int[][] readings() {
        int[][] readings = new int[LAST - FIRST + 1][];
        for (int c = FIRST; c <= LAST; c++) {
            Pinyin[] known = PinyinDictionary.get(String.valueOf((char) c));
            int[] sounds = Stream.of(known == null ? new Pinyin[0] : known)
                    .filter(pinyin -> pinyin != Pinyin.none5)
                    .mapToInt(Syllables::number)
                    .distinct()
                    .toArray();
            readings[c - FIRST] = sounds.length == 0 ? new int[] {ITSELF + c} : sounds;
        }
        return readings;
    }

    private static int[][] latin() {
        int[][] latin = new int[0x80][];
        Arrays.setAll(latin, c -> new int[] {ITSELF + c});
        return latin;
    }

    private static int[][] alone() {
        int[][] alone = new int[NUMBERS.size() + 1][];
        Arrays.setAll(alone, sound -> new int[] {sound});
        return alone;
    }

    private static int number(Pinyin pinyin) {
        return NUMBERS.getOrDefault(pinyin.getPinyinWithoutTone(), 0);
    }

    /** All readings of a character; not to be changed. */
    static int[] of(int point) {
        if (point >= FIRST && point <= LAST) {
            return READINGS[point - FIRST];
        }
        return point < LATIN.length ? LATIN[point] : new int[] {ITSELF + point};
    }

    /** One sound as the readings of what has no other. */
    static int[] only(int syllable) {
        return ALONE[syllable];
    }

    static boolean has(int point, int sound) {
        for (int reading : of(point)) {
            if (reading == sound) {
                return true;
            }
        }
        return false;
    }

    /** The sounds of a term's characters as they are read in it: 行 in 银行 is hang. */
    static int[] inContext(String term, int[] points) {
        List<Pinyin> read = HanLP.convertToPinyinList(term);
        int[] sounds = new int[points.length];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            at = term.indexOf(Character.toString(points[i]), at);
            Pinyin pinyin = read.size() == term.length() ? read.get(at) : Pinyin.none5;
            at += Character.charCount(points[i]);
            boolean isReading = pinyin != Pinyin.none5 && has(points[i], number(pinyin));
            sounds[i] = isReading ? number(pinyin) : of(points[i])[0];
        }
        return sounds;
    }
}
