package com.wecomesb.rule.condition;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Normalizer;
import java.util.List;
import java.util.function.Consumer;

/**
 * A word as somebody wrote it into a list of keywords, or the name of a vocabulary.
 *
 * @param text as it was written
 * @param quoted whether its author means exactly this text
 * @param place where it stands, for mistakes
 * @param mistake takes what is wrong with it
 */
public record Word(String text, boolean quoted, String place, Consumer<String> mistake) {

    /** The items of a list of a file. */
    static List<Word> of(YamlNode list, Mistakes mistakes) {
        return list.items().stream()
                .filter(item -> isOneWord(item, mistakes))
                .map(item ->
                        new Word(item.text(), item.isQuoted(), item.toString(), message -> mistakes.add(item, message)))
                .toList();
    }

    private static boolean isOneWord(YamlNode item, Mistakes mistakes) {
        boolean nested = item.isMap() || item.isList();
        if (nested) {
            mistakes.add(item, "关键词要写成一个词");
        }
        return !nested;
    }

    /** Whether it stands for the words of a vocabulary. */
    boolean isName() {
        return text.startsWith("$");
    }

    /** The vocabulary's name. */
    String name() {
        return text.substring(1);
    }

    String normalized() {
        return Normalizer.normalize(text.strip());
    }

    /** Whether it can be a keyword. */
    boolean isUsable() {
        return problem().isEmpty();
    }

    /** Says what people type when they mean a list, if that is what it is. */
    void check() {
        if (!isUsable()) {
            mistake.accept(problem());
        }
    }

    private String problem() {
        if (normalized().isBlank()) {
            return "关键词不能为空";
        }
        if (quoted) {
            return "";
        }
        if (text.startsWith("【") || text.startsWith("［") || text.startsWith("「")) {
            return "全角括号,列表请用半角 [ ];真要匹配括号请加引号";
        }
        return text.contains("，") || text.contains("、") ? "“" + text + "”里有全角“，”或“、”,词之间请用半角逗号;真要匹配它请加引号" : "";
    }

    /** Where it stands. */
    @Override
    public String toString() {
        return place;
    }
}
