package com.wecomesb.rule.condition;

import com.google.re2j.PatternSyntaxException;

/** What is wrong with a regular expression, in words. */
final class RegexMistake {

    private RegexMistake() {}

    static String words(PatternSyntaxException exception) {
        String part = exception.getPattern();
        String description = exception.getDescription();
        if (part.startsWith("(?=") || part.startsWith("(?!") || part.startsWith("(?<")) {
            return "不支持前后查找 " + part + ",这里的正则保证在线性时间内完成";
        }
        if (part.matches("\\\\[0-9]")) {
            return "不支持反向引用 " + part + ",这里的正则保证在线性时间内完成";
        }
        return switch (description) {
            case "missing closing )" -> "少了右括号 )";
            case "missing closing ]" -> "少了右方括号 ]";
            case "regexp/syntax: internal error", "unexpected )" -> "多了右括号 )";
            case "missing argument to repetition operator" -> part + " 前面没有可以重复的内容";
            case "invalid nested repetition operator" -> "重复符号连着写了:" + part;
            case "invalid repeat count", "invalid repeat count: bad repetition operator" ->
                "重复次数 " + part + " 太大,最多 1000";
            case "invalid escape sequence" -> "没有转义 " + part;
            default -> description + " " + part;
        };
    }
}
