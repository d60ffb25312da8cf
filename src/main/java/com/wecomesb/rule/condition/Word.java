package com.wecomesb.rule.condition;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A word as somebody wrote it into a list of keywords, or the name of a vocabulary. */
public final class Word {

    private final YamlNode node;
    private final Mistakes mistakes;
    private final String text;
    private final String normalized;

    private Word(YamlNode node, Mistakes mistakes) {
        this.node = node;
        this.mistakes = mistakes;
        text = node.text();
        normalized = Normalizer.normalize(text.strip());
    }

    /** The items of a list of a file. */
    static List<Word> of(YamlNode list, Mistakes mistakes) {
        List<YamlNode> items = list.items();
        List<Word> words = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            if (isOneWord(item, mistakes)) {
                words.add(new Word(item, mistakes));
            }
        }
        return words;
    }

    private static boolean isOneWord(YamlNode item, Mistakes mistakes) {
        boolean nested = item.isMap() || item.isList();
        if (nested) {
            mistakes.add(item, "关键词要写成一个词");
        }
        return !nested;
    }

    /** As it was written. */
    String text() {
        return text;
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
        return normalized;
    }

    void mistake(String message) {
        mistakes.add(node, message);
    }

    /** Whether it can be a keyword. */
    boolean isUsable() {
        return problem().isEmpty();
    }

    /** Says what people type when they mean a list, if that is what it is. */
    void check() {
        if (!isUsable()) {
            mistake(problem());
        }
    }

    private String problem() {
        if (normalized.isBlank()) {
            return "关键词不能为空";
        }
        if (node.isQuoted()) {
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
        return node.toString();
    }
}
