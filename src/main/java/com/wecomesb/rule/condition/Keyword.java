package com.wecomesb.rule.condition;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Normalizer;
import org.jspecify.annotations.Nullable;

/** Tells a keyword from what people type when they mean a list. */
final class Keyword {

    private Keyword() {}

    /** Whether it can be a keyword; if not, that is among the mistakes. */
    static boolean check(YamlNode item, Mistakes mistakes) {
        String problem = problem(item);
        if (problem != null) {
            mistakes.add(item, problem);
        }
        return problem == null;
    }

    static boolean isUsable(YamlNode item) {
        return problem(item) == null;
    }

    private static @Nullable String problem(YamlNode item) {
        String text = item.text();
        if (item.isMap() || item.isList()) {
            return "关键词要写成一个词";
        }
        if (Normalizer.normalize(text).isBlank()) {
            return "关键词不能为空";
        }
        if (item.isQuoted()) {
            return null;
        }
        if (text.startsWith("【") || text.startsWith("［") || text.startsWith("「")) {
            return "全角括号,列表请用半角 [ ];真要匹配括号请加引号";
        }
        return text.contains("，") || text.contains("、") ? "“" + text + "”里有全角“，”或“、”,词之间请用半角逗号;真要匹配它请加引号" : null;
    }
}
